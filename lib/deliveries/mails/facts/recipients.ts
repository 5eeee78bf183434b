import type { Recipient } from '@/lib/deliveries/planned-mail';
import { incidentPath } from '@/lib/status/rules/paths';
import type { MatchingSubscriber } from '@/lib/subscribers/matching';
import type { ReporterFacts } from './incident';

export function reporterRecipient(reporter: ReporterFacts): Recipient {
  return {
    kind: 'REPORTER',
    id: reporter.reportId,
    name: reporter.name,
    address: reporter.email,
    variables: { reference: reporter.ref, ...(reporter.tokenId ? { tokenId: reporter.tokenId } : {}) },
    locale: reporter.locale,
  };
}

export function subscriberRecipient({ id, address, locale }: MatchingSubscriber): Recipient {
  return { kind: 'SUBSCRIBER', id, name: null, address, variables: {}, locale };
}

interface Followers {
  incident: { ref: string };
  reporters: readonly Recipient[];
  subscribers: readonly Recipient[];
}

/** Reporters with the link to their own page, subscribers with the incident on the status page. */
export function followers({ incident, reporters, subscribers }: Followers): Recipient[] {
  const path = incidentPath(incident.ref);
  const atPage = subscribers.map((one) => ({ ...one, variables: { ...one.variables, path } }));
  return [...reporters, ...atPage];
}
