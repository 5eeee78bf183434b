'use client';

import { PromiseRuler } from '@/components/promise/promise-ruler';
import { useNow } from '@/components/ui/clock';
import { Elapsed, Time } from '@/components/ui/time';
import { isOpenIncident } from '@/lib/incidents/lifecycle';
import type { IncidentView, RestoreView } from '@/lib/incidents/queries/views';
import { useIncident } from './incident-context';
import { restoreWords } from './restore-words';

/** How long it lasts, when people hear next, and when it has to work again. */
export function ClockBand() {
  const { incident } = useIncident();
  const { promise, resolvedAt, startedAt } = incident;
  return (
    <div className="inc-clocks">
      <div>
        <div className="inc-clk-l">
          {resolvedAt ? 'Lasted, from ' : 'Elapsed, since '}
          <Time at={startedAt} show="datetime" />
        </div>
        <div className="inc-clk">
          <Elapsed since={startedAt} until={resolvedAt ?? undefined} />
        </div>
      </div>
      <div>
        {promise ? (
          <PromiseRuler madeAt={promise.madeAt} dueAt={promise.dueAt} feet={false} />
        ) : (
          <>
            <div className="inc-clk-l">Next update</div>
            <p className="mt-1">
              {isOpenIncident(incident.stage) ? 'None is promised' : 'Nothing more is promised'}
            </p>
          </>
        )}
      </div>
      <div>
        {incident.restore ? (
          <Restore restore={incident.restore} incident={incident} />
        ) : (
          <>
            <div className="inc-clk-l">Restore target</div>
            <p className="mt-1">Backlog, reviewed weekly</p>
          </>
        )}
      </div>
    </div>
  );
}

function Restore({ restore, incident }: { restore: RestoreView; incident: IncidentView }) {
  const now = useNow();
  const { startedAt, resolvedAt } = incident;
  const { left, fraction, tone } = restoreWords({ startedAt, dueAt: restore.dueAt, resolvedAt, now });
  const agreed = restore.agreedBy
    ? `Agreed by ${restore.agreedBy}${restore.agreedOn ? `, ${restore.agreedOn}` : ''}.`
    : undefined;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5" title={agreed}>
        <span>
          {restore.label}{' '}
          <b className="whitespace-nowrap">
            <Time at={restore.dueAt} show="datetime" />
          </b>
        </span>
        <b className={`whitespace-nowrap inc-${tone}`}>{left}</b>
      </div>
      <svg className={`inc-rtob ${tone}`} width="100%" height="10" role="img" aria-label={left}>
        <rect className="base" width="100%" height="10" rx="3" />
        <rect className="done" width={`${Math.round(fraction * 1000) / 10}%`} height="10" rx="3" />
      </svg>
      {restore.other ? (
        <p className="xs muted mt-1">
          {restore.other.label}: <Time at={restore.other.dueAt} show="datetime" />
        </p>
      ) : null}
    </>
  );
}
