'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { memberOptionsQuery } from '@/components/members/queries';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-parts';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import type { CheckView } from '@/lib/checks/queries/views';
import { checkStateLabel } from '@/lib/checks/schema';
import { CheckDetails } from './check-details';
import { outcomeKind, resultWords } from './check-words';
import { RecordForm } from './record-form';
import { Refusal } from './refusal';

type CheckRequest = { verb: 'run' } | { verb: 'skip' } | { verb: 'assign'; assigneeId: string | null };

/** One line of a checklist: what it came to, who does it, and what can be done with it. */
export function CheckItem({ check, may }: { check: CheckView; may: boolean }) {
  const [recording, setRecording] = useState(false);
  const act = useAct({
    touches: ['incident'],
    version: check.version,
    call: (asked: CheckRequest, { version, key }): Promise<unknown> => {
      const { id } = check;
      if (asked.verb === 'run') return api('POST /checks/:id/run', { id }, { key });
      if (asked.verb === 'skip') return api('POST /checks/:id/skip', { id, version }, { key });
      return api('POST /checks/:id/assign', { id, version, assigneeId: asked.assigneeId }, { key });
    },
  });
  const busy = check.state === 'RUNNING' || (check.probeKind !== null && check.state === 'PENDING');
  const byHand = check.probeKind === null && check.state === 'PENDING';
  const said = resultWords(check);
  return (
    <li className={classNames('chk', check.state === 'FAULT' && 'fault')} aria-label={check.name}>
      <div className="flex min-h-7 items-center gap-2">
        <Outcome kind={busy ? 'running' : outcomeKind[check.state]}>
          {check.probeKind && check.state === 'PENDING' ? 'Waiting to run' : checkStateLabel[check.state]}
        </Outcome>
        <span className="row sp">
          <Assignee check={check} />
          {may ? (
            <MoreMenu
              check={check}
              busy={busy}
              ask={(asked) => void act.run(asked)}
              onRecord={() => setRecording(true)}
            />
          ) : null}
        </span>
      </div>
      <h4>{check.name}</h4>
      {said ? <p className={byHand ? 'muted' : undefined}>{said}</p> : null}
      <Source check={check} />
      {check.last?.evidence ? <CheckDetails result={check.last} /> : null}
      <Refusal act={act} />
      {may && (byHand || recording) ? (
        <RecordForm check={check} onChosen={(chosen) => setRecording(chosen)} />
      ) : null}
      {may && busy ? (
        <Button
          size="sm"
          variant="quiet"
          icon="x"
          pending={act.pending}
          onClick={() => void act.run({ verb: 'skip' })}
        >
          Cancel and skip
        </Button>
      ) : null}
    </li>
  );
}

function Assignee({ check }: { check: CheckView }) {
  const { assignee, probeKind } = check;
  return (
    <>
      {probeKind ? (
        <Badge tone="plain" icon="bolt">
          Auto
        </Badge>
      ) : null}
      {assignee ? (
        <span className="chk-who">
          <Avatar name={assignee.name} size="s" decorative />
          {assignee.name}
        </span>
      ) : null}
    </>
  );
}

function Source({ check }: { check: CheckView }) {
  const { last, finishedBy, finishedAt, state } = check;
  if (state === 'SKIPPED' && finishedAt) {
    return (
      <p className="chk-src">
        {finishedBy?.name ?? 'An API key'}, <Time at={finishedAt} show="auto" />
      </p>
    );
  }
  if (!last) return null;
  const by = last.by?.name ?? (last.timings ? 'Standby' : 'An API key');
  const again = state === 'PENDING' || state === 'RUNNING';
  return (
    <p className="chk-src">
      {again ? 'Last time: ' : ''}
      {by}, <Time at={last.finishedAt} show="auto" />
    </p>
  );
}

interface MoreMenuProps {
  check: CheckView;
  busy: boolean;
  ask: (asked: CheckRequest) => void;
  onRecord: () => void;
}

function MoreMenu({ check, busy, ask, onRecord }: MoreMenuProps) {
  const { data: members } = useQuery(memberOptionsQuery);
  const byHand = check.probeKind === null;
  const entries: MenuEntry[] = [];
  if (!byHand && !busy) {
    entries.push({ kind: 'action', label: 'Run again', icon: 'play', onSelect: () => ask({ verb: 'run' }) });
  }
  if (!busy && !(byHand && check.state === 'PENDING')) {
    entries.push({ kind: 'action', label: 'Record an outcome', icon: 'check', onSelect: onRecord });
  }
  if (check.state !== 'SKIPPED') {
    entries.push({ kind: 'action', label: 'Skip', icon: 'minus', onSelect: () => ask({ verb: 'skip' }) });
  }
  if (members) {
    entries.push({
      kind: 'choice',
      label: 'Assigned to',
      value: check.assignee?.id ?? '',
      options: [
        { value: '', label: 'Nobody' },
        ...members.filter(({ role }) => role !== 'USER').map(({ id, name }) => ({ value: id, label: name })),
      ],
      onChange: (id: string) => ask({ verb: 'assign', assigneeId: id || null }),
    });
  }
  return (
    <Menu
      trigger={<Button variant="quiet" size="icon-sm" icon="dots" aria-label={`More for “${check.name}”`} />}
      label={`More for “${check.name}”`}
      entries={entries}
      align="end"
    />
  );
}
