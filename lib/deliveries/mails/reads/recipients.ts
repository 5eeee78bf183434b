import type { LocalRecipient } from '@/lib/deliveries/mails/planned-mail';
import type { MatchingSubscriber } from '@/lib/subscribers/matching';
import type { ReporterFacts } from './incident';

export function reporterRecipient(reporter: ReporterFacts): LocalRecipient {
  return {
    kind: 'REPORTER',
    id: reporter.reportId,
    name: reporter.name,
    address: reporter.email,
    variables: { reference: reporter.ref, ...(reporter.tokenId ? { tokenId: reporter.tokenId } : {}) },
    locale: reporter.locale,
  };
}

export function subscriberRecipient({ id, address, locale }: MatchingSubscriber): LocalRecipient {
  return { kind: 'SUBSCRIBER', id, name: null, address, variables: {}, locale };
}
