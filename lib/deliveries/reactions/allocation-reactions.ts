import { allocationFacts } from '@/lib/deliveries/mails/reads/allocation';
import { memberName } from '@/lib/deliveries/mails/reads/members';
import { askedMails, refusedMails, releasedMails } from '@/lib/deliveries/rules/allocation-mails';
import type { StoredEvent } from '@/lib/platform/events';
import { allocationRefused, allocationReleased, allocationRequested } from '@/lib/resources/events';
import { type Reaction, when } from './reaction';

const memberOf = ({ actorKind, actorId }: StoredEvent) => (actorKind === 'member' ? actorId : null);

export const allocationReactions: Reaction[] = [
  when(allocationRequested, async (tx, { data, event, around }) => {
    // Who booked oneself, and a thing, is not asked. A request taken back by now is no news.
    if (data.accepted) return [];
    const facts = await allocationFacts(tx, data.allocationId);
    return facts && !facts.released ? askedMails(facts, memberOf(event), around) : [];
  }),
  when(allocationRefused, async (tx, { data, event, around }) => {
    const facts = await allocationFacts(tx, data.allocationId);
    return facts ? refusedMails(facts, memberOf(event), around) : [];
  }),
  when(allocationReleased, async (tx, { data, event, around }) => {
    // The booked end, and the end of the incident, were known.
    if (data.reason !== 'BY_HAND') return [];
    const facts = await allocationFacts(tx, data.allocationId);
    const id = memberOf(event);
    const by = { id, name: await memberName(tx, id) };
    return facts ? releasedMails(facts, by, around) : [];
  }),
];
