'use client';

import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import type { MonitorView } from '@/lib/monitors/queries/views';
import { latency } from '@/lib/platform/rules/duration';
import { MonitorBars } from './monitor-bars';
import { rhythmWords, targetWords, uptimeWords } from './monitor-words';

interface MonitorRowProps {
  monitor: MonitorView;
  /** Null for those who only read. */
  acts: { edit: () => void; pause: (paused: boolean) => void; archive: () => void } | null;
}

export function MonitorRow({ monitor, acts }: MonitorRowProps) {
  const { last, paused } = monitor;
  const uptime = uptimeWords(monitor);
  return (
    <li className="mon">
      <span>
        <b>{monitor.name}</b>
        <small>
          {rhythmWords(monitor)}
          {uptime ? ` · ${uptime}` : ''}
        </small>
        <small className="mono">{targetWords(monitor.probe)}</small>
        {last && !last.ok && !paused ? <small className="ink">{last.sentence}</small> : null}
      </span>
      <MonitorBars monitor={monitor} />
      <StateCell monitor={monitor} />
      {acts ? (
        <Menu
          label={`More for ${monitor.name}`}
          align="end"
          trigger={
            <Button variant="quiet" size="icon-sm" icon="dots" aria-label={`More for ${monitor.name}`} />
          }
          entries={[
            { kind: 'action', label: 'Edit', icon: 'wrench', onSelect: acts.edit },
            paused
              ? { kind: 'action', label: 'Go on looking', icon: 'play', onSelect: () => acts.pause(false) }
              : { kind: 'action', label: 'Pause', icon: 'pause', onSelect: () => acts.pause(true) },
            { kind: 'line' },
            { kind: 'action', label: 'Archive', icon: 'box', danger: true, onSelect: acts.archive },
          ]}
        />
      ) : null}
    </li>
  );
}

function StateCell({ monitor: { state, stateSince, paused, last } }: { monitor: MonitorView }) {
  if (paused) return <Outcome kind="skipped">Paused</Outcome>;
  if (state === 'DOWN')
    return (
      <Outcome kind="bad">
        <span>Down{stateSince ? <> since {<Time at={stateSince} show="auto" />}</> : null}</span>
      </Outcome>
    );
  if (last && !last.ok) return <Outcome kind="unclear">Failed just now</Outcome>;
  if (!last) return <Outcome kind="todo">Not probed yet</Outcome>;
  return <Outcome kind="ok">{latency(last.totalMs)}</Outcome>;
}
