import type { Around, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import type { AllocationFacts } from '@/lib/deliveries/mails/reads/allocation';
import { type Told, toMembers } from './member-mails';

function told(facts: AllocationFacts, purpose: Told['purpose'], label: Told['label']): Told {
  return {
    purpose,
    path: facts.path,
    label,
    badge: facts.severity ?? undefined,
    incidentId: facts.incidentId ?? undefined,
  };
}

/** Who is asked for hears for what and until when, and answers in the console. */
export function askedMails(facts: AllocationFacts, byId: string | null, around: Around): PlannedMail[] {
  const people = facts.people.filter(({ id }) => id !== byId);
  const at = told(facts, 'allocation-asked', ({ t }) => t('mail.allocation.answer'));
  return toMembers(people, around, at, ({ t, when }) => ({
    subject: t('mail.allocation.asked.subject', facts),
    quote: facts.note,
    texts: [
      t('mail.allocation.asked.text', { ...facts, by: facts.requestedBy?.name ?? null }),
      t('mail.allocation.asked.time', { from: when(facts.from), until: when(facts.until) }),
      t('mail.allocation.asked.answer'),
    ],
  }));
}

/** Who asked hears the reason, and can ask somebody else. */
export function refusedMails(facts: AllocationFacts, byId: string | null, around: Around): PlannedMail[] {
  const { requestedBy } = facts;
  const people = requestedBy && requestedBy.id !== byId ? [requestedBy] : [];
  const at = told(facts, 'allocation-refused', ({ t }) => t('mail.member.open', { ref: facts.ref }));
  return toMembers(people, around, at, ({ t }) => ({
    subject: t('mail.allocation.refused.subject', facts),
    quote: facts.answerNote,
    texts: [t('mail.allocation.refused.text', facts), t('mail.allocation.refused.next')],
  }));
}

/** Whoever is given back by somebody else hears that they are free. */
export function releasedMails(
  facts: AllocationFacts,
  by: { id: string | null; name: string | null },
  around: Around,
): PlannedMail[] {
  const people = facts.people.filter(({ id }) => id !== by.id);
  const at = told(facts, 'allocation-released', ({ t }) => t('mail.member.open', { ref: facts.ref }));
  return toMembers(people, around, at, ({ t }) => ({
    subject: t('mail.allocation.released.subject', facts),
    texts: [t('mail.allocation.released.text', { ...facts, by: by.name })],
  }));
}
