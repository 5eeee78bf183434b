'use client';

import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Outcome } from '@/components/ui/outcome';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Time } from '@/components/ui/time';
import type { ProbeRow } from '@/lib/checks/queries/views';
import { checkStateLabel } from '@/lib/checks/schema';
import { latency } from '@/lib/platform/rules/duration';
import type { Timings } from '@/lib/probes/rules/probe';
import { outcomeKind, scaleEnd } from './check-words';

const phases = [
  { key: 'dnsMs', label: 'DNS', mark: 'a' },
  { key: 'connectMs', label: 'TCP', mark: 'b' },
  { key: 'tlsMs', label: 'TLS', mark: 'c' },
  { key: 'firstByteMs', label: 'HTTP', mark: 'd' },
] as const satisfies { key: keyof Timings; label: string; mark: string }[];

interface ProbeTableProps {
  probes: ProbeRow[];
  busy: number;
  /** None for those who only read. */
  onRunAll: (() => void) | null;
  pending: boolean;
}

/** The newest look of each automated check over the network, phase by phase. */
export function ProbeTable({ probes, busy, onRunAll, pending }: ProbeTableProps) {
  const end = scaleEnd(Math.max(1, ...probes.map((row) => row.timings.totalMs)));
  const last = probes
    .map((row) => row.at)
    .sort()
    .at(-1);
  return (
    <Card className="chk-probes" aria-labelledby="probes">
      <CardHeader
        id="probes"
        title="Automatic probes"
        level={3}
        meta={
          <>
            From Standby only
            {busy > 0 ? `, ${busy} running` : null}
            {last && busy === 0 ? (
              <>
                , last at <Time at={last} show="clock" />
              </>
            ) : null}
          </>
        }
        actions={
          onRunAll ? (
            <Button size="sm" icon="play" pending={pending || busy > 0} onClick={onRunAll}>
              Run now
            </Button>
          ) : null
        }
      />
      {probes.length === 0 ? (
        <p className="pad muted">No probe has answered yet.</p>
      ) : (
        <ScrollRegion label="Probe results">
          <table>
            <thead>
              <tr>
                <th scope="col">Check</th>
                {phases.map(({ key, label, mark }) => (
                  <th key={key} scope="col" className="num">
                    <i className={`chk-lg ${mark}`} />
                    {label}
                  </th>
                ))}
                <th scope="col" className="w-[30%]">
                  0 to {latency(end)}
                </th>
                <th scope="col">Result</th>
              </tr>
            </thead>
            <tbody>
              {probes.map((row) => (
                <Row key={row.checkId} row={row} end={end} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );
}

function Row({ row, end }: { row: ProbeRow; end: number }) {
  const { timings, outcome, sentence } = row;
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {phases.map(({ key }) => {
        const ms = timings[key];
        return (
          <td key={key} className="num whitespace-nowrap">
            {ms === undefined ? <span className="muted">–</span> : latency(ms)}
          </td>
        );
      })}
      <td>
        <Bar timings={timings} end={end} />
      </td>
      <td>
        <span title={sentence}>
          <Outcome kind={outcomeKind[outcome]} className="whitespace-nowrap">
            {checkStateLabel[outcome]}
          </Outcome>
        </span>
      </td>
    </tr>
  );
}

/** What is not in a phase (a wait without an answer, several connections) shows in a quiet colour. */
function Bar({ timings, end }: { timings: Timings; end: number }) {
  const parts = phases.map(({ key, mark }) => ({ mark, ms: timings[key] ?? 0 }));
  const known = parts.reduce((sum, part) => sum + part.ms, 0);
  const all = [...parts, { mark: 'e', ms: Math.max(0, timings.totalMs - known) }].filter(({ ms }) => ms > 0);
  let from = 0;
  return (
    <div className="chk-wf" aria-hidden="true">
      {all.map(({ mark, ms }) => {
        const at = from;
        from += ms;
        const share = (part: number) => `${Math.min(100, (part * 100) / end)}%`;
        return <i key={mark} className={mark} style={{ '--l': share(at), '--w': share(ms) }} />;
      })}
    </div>
  );
}
