'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { ReplayView, SuiteView } from '@/lib/suites/queries/views';
import { CaseDialog } from './case-dialog';
import { RecordDialog } from './record-dialog';
import { ReplayDialog } from './replay-dialog';
import { SuiteDialog } from './suite-dialog';

interface SuiteActsProps {
  suite: SuiteView;
  replay: ReplayView | null;
  onCase: (caseId: string) => void;
  onReplay: (replayId: string) => void;
}

type Open = 'case' | 'record' | 'replay' | 'name' | null;

/** What can be done with the suite as a whole. */
export function SuiteActs({ suite, replay, onCase, onReplay }: SuiteActsProps) {
  const [open, setOpen] = useState<Open>(null);
  const stop = useAct({
    touches: ['suite'],
    call: (replayId: string, { key }) =>
      api('DELETE /suites/:suiteId/replays/:replayId', { suiteId: suite.id, replayId }, { key }),
    done: 'The run is stopped',
    refusal: 'toast',
  });
  const close = () => setOpen(null);
  const may = (what: SuiteView['acts'][number]) => suite.acts.includes(what) && !suite.archived;
  const hasCases = suite.cases > 0;
  return (
    <>
      {may('suite.edit') ? <Button onClick={() => setOpen('case')}>Add a case</Button> : null}
      {may('suite.record') && hasCases ? (
        <Button onClick={() => setOpen('record')}>Record a new baseline</Button>
      ) : null}
      {may('suite.stopReplay') && replay?.state === 'RUNNING' && !replay.run ? (
        <Button icon="stop" pending={stop.pending} onClick={() => void stop.run(replay.id)}>
          Stop the run
        </Button>
      ) : null}
      {may('suite.replay') && suite.baseline ? (
        <Button variant="primary" icon="play" onClick={() => setOpen('replay')}>
          Run against an address
        </Button>
      ) : null}
      <MoreMenu suite={suite} onName={() => setOpen('name')} />
      {open === 'case' ? (
        <CaseDialog suiteId={suite.id} known={null} onSaved={onCase} onClose={close} />
      ) : null}
      {open === 'record' ? <RecordDialog suite={suite} onClose={close} /> : null}
      {open === 'replay' ? <ReplayDialog suite={suite} onStarted={onReplay} onClose={close} /> : null}
      {open === 'name' ? <SuiteDialog suite={suite} onSaved={() => {}} onClose={close} /> : null}
    </>
  );
}

function MoreMenu({ suite, onName }: { suite: SuiteView; onName: () => void }) {
  const archive = useAct({
    touches: ['suite'],
    version: suite.version,
    call: (archived: boolean, { version, key }) =>
      api('POST /suites/:suiteId/archive', { suiteId: suite.id, version, archived }, { key }),
    done: (_, archived) => (archived ? 'The suite is archived' : 'The suite is back'),
    refusal: 'toast',
  });
  if (!suite.acts.includes('suite.edit')) return null;
  return (
    <Menu
      label="More for this suite"
      trigger={<Button variant="quiet" size="icon" icon="dots" aria-label="More for this suite" />}
      entries={
        suite.archived
          ? [{ kind: 'action', label: 'Bring it back', onSelect: () => void archive.run(false) }]
          : [
              { kind: 'action', label: 'Name and description', onSelect: onName },
              { kind: 'action', label: 'Archive', onSelect: () => void archive.run(true) },
            ]
      }
    />
  );
}
