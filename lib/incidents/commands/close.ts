import { incidentClosed } from '@/lib/incidents/events';
import { closeIncident as closing } from '@/lib/incidents/lifecycle';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { notBefore } from '@/lib/incidents/rules/not-before';
import { closeInput } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { command } from '@/lib/platform/command';
import { assertVerdict } from '@/lib/platform/lifecycle';
import { permit } from '@/lib/platform/policy';

/** Closes a resolved incident; a Moderate or Trivial one says what is known of its underlying cause. */
export const closeIncident = command({
  input: closeInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.close'),
  run: async ({ tx, input, subject, now, record }) => {
    const cause = input.cause ?? null;
    const causeReason = cause === 'NOT_LOOKED_AT' ? (input.because ?? null) : null;
    assertVerdict(closing(subject.stage, { severity: subject.severity, cause, causeReason }));
    record(incidentClosed({ incidentId: subject.id, cause }));
    const resolvedAt = subject.resolvedAt ?? now;
    return await incidents.write(tx, subject, {
      stage: 'CLOSED',
      closedAt: notBefore(now, resolvedAt),
      causeKind: cause,
      causeReason,
    });
  },
});
