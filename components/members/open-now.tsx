import { SeverityMark } from '@/components/severity/severity-mark';
import { Card } from '@/components/ui/card';
import { Foreign } from '@/components/ui/foreign';
import { Time } from '@/components/ui/time';
import { to } from '@/lib/platform/rules/to';
import type { Severity } from '@/lib/severity/schema';

export interface OpenIncident {
  ref: string;
  title: string;
  severity: Severity;
  nextUpdateAt: string | null;
}

/** What users are told is open, for who came to read that rather than to sign in. */
export function OpenNow({ incidents }: { incidents: readonly OpenIncident[] }) {
  return (
    <Card as="aside" className="p-6">
      <h2 className="mb-1.5">Open now</h2>
      {incidents.length === 0 ? <p className="muted">No incident is open.</p> : null}
      <ul>
        {incidents.map((incident) => (
          <li key={incident.ref} className="flex gap-3 border-t border-line py-3 first:border-t-0">
            <SeverityMark severity={incident.severity} label className="mt-1" />
            <div>
              <a className="text-ink" href={to(`/status/${incident.ref}`)}>
                <b>
                  <Foreign>{incident.title}</Foreign>
                </b>
              </a>
              {incident.nextUpdateAt ? (
                <small className="muted block text-base">
                  Next update by <Time at={incident.nextUpdateAt} show="datetime" />
                </small>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a href="/">Open the status page</a>
      </p>
    </Card>
  );
}
