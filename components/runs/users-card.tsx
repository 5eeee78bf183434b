'use client';

import Link from 'next/link';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Card, CardHeader } from '@/components/ui/card';
import { Choice } from '@/components/ui/choice';
import { FieldScope } from '@/components/ui/field-scope';
import { Foreign } from '@/components/ui/foreign';
import { Time } from '@/components/ui/time';
import { to } from '@/lib/platform/rules/to';
import { actOnRun } from './act-on-run';
import { runQuery } from './queries';
import { useRun } from './run-context';

/** What has been told, and whether the phases may announce themselves. `children`: the promise and the way to write. */
export function UsersCard({ children }: { children?: React.ReactNode }) {
  const { announcements, mode, incident, acts, announces } = useRun();
  if (mode === 'DRILL') return null;
  const [last] = announcements;
  return (
    <Card as="section" aria-labelledby="run-users">
      <CardHeader
        id="run-users"
        level={3}
        title="What users see now"
        actions={
          incident ? (
            <a className="sm" href={to(`/status/${incident.ref}`)}>
              Status page
            </a>
          ) : null
        }
      />
      <div className="run-side">
        {last ? (
          <>
            <p className="sm muted">
              <Time at={last.at} />
            </p>
            <blockquote>{last.text}</blockquote>
          </>
        ) : (
          <p className="sm muted">Nothing has been told by this run yet.</p>
        )}
        {acts.includes('setConsent') ? <Consent /> : <p className="sm mt-3">{consentWords(announces)}</p>}
        {children}
        {incident ? (
          <p className="sm mt-3">
            <Link href={`/incidents/${incident.ref}`} prefetch={false}>
              {incident.ref} <Foreign>{incident.title}</Foreign>
            </Link>
          </p>
        ) : null}
      </div>
    </Card>
  );
}

const consentWords = (announces: boolean): string =>
  announces ? 'The phases announce themselves.' : 'Each announcement waits for consent.';

function Consent() {
  const run = useRun();
  const { ref, announces } = run;
  const act = useAct({
    ...actOnRun(run),
    call: (consents: boolean, { key }) =>
      api('POST /runs/:ref/consent', { ref, announces: consents }, { key }),
    atOnce: (client, consents) =>
      client.setQueryData(runQuery(ref).queryKey, (shown) => shown && { ...shown, announces: consents }),
  });
  return (
    <div className="mt-3">
      <FieldScope errors={act.errors}>
        <Choice
          type="checkbox"
          name="announces"
          label="Announce the phases to users"
          description={announces ? 'Each goes out by itself.' : 'Each waits until somebody publishes it.'}
          checked={announces}
          disabled={act.pending}
          onChange={(event) => void act.run(event.target.checked)}
        />
      </FieldScope>
    </div>
  );
}
