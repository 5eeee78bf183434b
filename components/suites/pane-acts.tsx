'use client';

import { useState } from 'react';
import { useAct } from '@/components/members/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu } from '@/components/ui/menu';
import type { CaseView, ReplayView, SuiteView } from '@/lib/suites/queries/views';
import { orderCases, removeCase, startReplay } from './api';
import { CaseDialog } from './case-dialog';
import { ExplainDialog } from './explain-dialog';

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
  const act = useAct('suite');
  const result = replay?.results.find((row) => row.caseId === caseId);
  const may = (what: SuiteView['acts'][number]) => suite.acts.includes(what) && !suite.archived;
  const canExplain = may('explain') && (result?.outcome === 'DIFFER' || result?.outcome === 'SLOW');
  const canEdit = may('edit') && known !== null;
  const runAgain = async (): Promise<void> => {
    if (!replay) return;
    const started = await startReplay(suite.id, replay.address, crypto.randomUUID());
    onReplay(started.id);
  };
  const isEnded = replay !== null && replay.state !== 'RUNNING';
  return (
    <div className="suite-acts">
      {may('replay') && isEnded ? (
        <Button
          variant="primary"
          icon="undo"
          onClick={() => void act(runAgain, { title: 'The suite is running', description: replay.address })}
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
      {known ? (
        <ConfirmDialog
          open={dialog === 'remove'}
          onOpenChange={(open) => (open ? undefined : setDialog(null))}
          title={`Remove “${known.name}”?`}
          confirmLabel="Remove the case"
          cancelLabel="Keep it"
          onConfirm={() => act(() => removeCase(suite.id, known), { title: `“${known.name}” is removed` })}
        >
          It takes no part in later runs. What it found in earlier ones stays.
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function CaseMenu({ suite, known, onRemove }: { suite: SuiteView; known: CaseView; onRemove: () => void }) {
  const act = useAct('suite');
  const place = suite.caseList.findIndex(({ id }) => id === known.id);
  const move = (by: number) => async (): Promise<unknown> => {
    const ids = suite.caseList.map(({ id }) => id);
    const [moved = known.id] = ids.splice(place, 1);
    ids.splice(place + by, 0, moved);
    return await orderCases(suite.id, ids);
  };
  const entry = (label: string, by: number, disabled: boolean) => ({
    kind: 'action' as const,
    label,
    disabled,
    onSelect: () => void act(move(by), { title: `“${known.name}” is moved` }),
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
