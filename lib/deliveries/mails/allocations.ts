import { allocationRefused, allocationReleased, allocationRequested } from '@/lib/resources/events';
import { allocationFacts } from './facts/allocation';
import { actingMemberId, memberName } from './facts/members';
import { memberMail } from './parts/member-mail';

/** Who is asked for hears for what and until when, and answers in the console. */
export const allocationAskedMail = memberMail({
  when: allocationRequested,
  purpose: 'allocation-asked',
  facts: async (tx, { data, event }) => {
    // Who booked oneself, and a thing, is not asked. A request taken back by now is no news.
    const facts = data.accepted ? null : await allocationFacts(tx, data.allocationId);
    return facts && !facts.released ? { ...facts, byId: actingMemberId(event) } : null;
  },
  words: (facts, { t, when }) => ({
    subject: t('mail.allocation.asked.subject', facts),
    quote: facts.note,
    texts: [
      t('mail.allocation.asked.text', { ...facts, by: facts.requestedBy?.name ?? null }),
      t('mail.allocation.asked.time', { from: when(facts.from), until: when(facts.until) }),
      t('mail.allocation.asked.answer'),
    ],
    button: t('mail.allocation.answer'),
  }),
});

/** Who asked hears the reason, and can ask somebody else. */
export const allocationRefusedMail = memberMail({
  when: allocationRefused,
  purpose: 'allocation-refused',
  facts: async (tx, { data, event }) => {
    const facts = await allocationFacts(tx, data.allocationId);
    const people = facts?.requestedBy ? [facts.requestedBy] : [];
    return facts && { ...facts, people, byId: actingMemberId(event) };
  },
  words: (facts, { t }) => ({
    subject: t('mail.allocation.refused.subject', facts),
    quote: facts.answerNote,
    texts: [t('mail.allocation.refused.text', facts), t('mail.allocation.refused.next')],
    button: t('mail.member.open', { ref: facts.ref }),
  }),
});

/** Whoever is given back by somebody else hears that they are free. */
export const allocationReleasedMail = memberMail({
  when: allocationReleased,
  purpose: 'allocation-released',
  facts: async (tx, { data, event }) => {
    // The booked end, and the end of the incident, were known.
    const facts = data.reason === 'BY_HAND' ? await allocationFacts(tx, data.allocationId) : null;
    const byId = actingMemberId(event);
    return facts && { ...facts, byId, by: await memberName(tx, byId) };
  },
  words: (facts, { t }) => ({
    subject: t('mail.allocation.released.subject', facts),
    texts: [t('mail.allocation.released.text', facts)],
    button: t('mail.member.open', { ref: facts.ref }),
  }),
});
