'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu } from '@/components/ui/menu';
import type { CaseView, ReplayView, SuiteView } from '@/lib/suites/queries/views';
import { CaseDialog } from './case-dialog';
import { ExplainDialog } from './explain-dialog';
import { suiteQuery } from './queries';

interface PaneActsProps {
  suite: SuiteView;
  replay: ReplayView | null;
  known: CaseView | null;
  caseId: string;
  onReplay: (replayId: string) => void;
}

/** What can be done with the case that is looked at. */
export function PaneActs({ suite, replay, known, caseId, onReplay }: PaneActsProps) {
  const [dialog, setDialog] = useState<'explain' | 'edit' | 'remove' | null>(null);
  const touches = ['suite'] as const;
  const runAgain = useAct({
    touches,
    call: ({ address }: ReplayView, { key }) =>
      api('POST /suites/:suiteId/replays', { suiteId: suite.id, address }, { key }),
    done: (_, { address }) => ({ title: 'The suite is running', description: address }),
    onDone: ({ id }) => onReplay(id),
    refusal: 'toast',
  });
  const remove = useAct({
    touches,
    call: ({ id: caseId, version }: CaseView, { key }) =>
      api('DELETE /suites/:suiteId/cases/:caseId', { suiteId: suite.id, caseId, version }, { key }),
    done: (_, { name }) => `“${name}” is removed`,
    onDone: () => setDialog(null),
  });
  const result = replay?.results.find((row) => row.caseId === caseId);
  const may = (what: SuiteView['acts'][number]) => suite.acts.includes(what) && !suite.archived;
  const canExplain = may('suite.explain') && (result?.outcome === 'DIFFER' || result?.outcome === 'SLOW');
  const canEdit = may('suite.edit') && known !== null;
  const isEnded = replay !== null && replay.state !== 'RUNNING';
  return (
    <div className="suite-acts">
      {may('suite.replay') && isEnded ? (
        <Button
          variant="primary"
          icon="undo"
          pending={runAgain.pending}
          onClick={() => void runAgain.run(replay)}
        >
          Run again
        </Button>
      ) : null}
      {canExplain ? <Button onClick={() => setDialog('explain')}>Explain, with a reason</Button> : null}
      {canEdit ? <Button onClick={() => setDialog('edit')}>Edit the case</Button> : null}
      {canEdit ? <CaseMenu suite={suite} known={known} onRemove={() => setDialog('remove')} /> : null}
      {dialog === 'explain' && replay && result ? (
        <ExplainDialog
          place={{ suiteId: suite.id, replayId: replay.id, caseId }}
          name={result.name}
          sentence={result.sentence ?? ''}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'edit' && known ? (
        <CaseDialog suiteId={suite.id} known={known} onSaved={() => {}} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'remove' && known ? (
        <ConfirmDialog
          title={`Remove “${known.name}”?`}
          confirmLabel="Remove the case"
          cancelLabel="Keep it"
          act={remove}
          onConfirm={() => void remove.run(known)}
          onClose={() => setDialog(null)}
        >
          It takes no part in later runs. What it found in earlier ones stays.
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function CaseMenu({ suite, known, onRemove }: { suite: SuiteView; known: CaseView; onRemove: () => void }) {
  const place = suite.caseList.findIndex(({ id }) => id === known.id);
  const move = useAct({
    touches: ['suite'],
    call: (caseIds: string[], { key }) =>
      api('PUT /suites/:suiteId/order', { suiteId: suite.id, caseIds }, { key }),
    atOnce: (client, order) =>
      client.setQueryData(suiteQuery(suite.id).queryKey, (shown) => shown && inOrder(shown, order)),
    done: `“${known.name}” is moved`,
    refusal: 'toast',
  });
  const moveBy = (by: number): void => {
    const order = suite.caseList.map(({ id }) => id);
    const [moved = known.id] = order.splice(place, 1);
    order.splice(place + by, 0, moved);
    void move.run(order);
  };
  const entry = (label: string, by: number, disabled: boolean) => ({
    kind: 'action' as const,
    label,
    disabled,
    onSelect: () => moveBy(by),
  });
  return (
    <Menu
      label={`More for ${known.name}`}
      trigger={<Button variant="quiet" size="icon" icon="dots" aria-label="More for this case" />}
      entries={[
        entry('Move up', -1, place <= 0),
        entry('Move down', 1, place === suite.caseList.length - 1),
        { kind: 'line' },
        { kind: 'action', label: 'Remove the case', danger: true, onSelect: onRemove },
      ]}
    />
  );
}

function inOrder(suite: SuiteView, order: string[]): SuiteView {
  const place = ({ id }: CaseView): number => order.indexOf(id);
  return { ...suite, caseList: [...suite.caseList].sort((a, b) => place(a) - place(b)) };
}
