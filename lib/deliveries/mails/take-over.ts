import { memberDisabled, memberRoleChanged } from '@/lib/members/events';
import { to } from '@/lib/platform/rules/to';
import { dutiesOf } from './facts/duties';
import { managersOrAdmins, memberName } from './facts/members';
import { memberMail } from './parts/member-mail';

/** Whoever is shut out, or may lead no more, leaves work behind: the managers see to it, or the admins without one. */
export const takeOverMail = memberMail({
  when: [memberDisabled, memberRoleChanged],
  purpose: 'take-over-asked',
  facts: async (tx, { data: { memberId, ...change } }) => {
    const duties = await dutiesOf(tx, memberId, 'to' in change ? change.to : null);
    const name = await memberName(tx, memberId);
    if (duties.length === 0 || !name) return null;
    const others = (await managersOrAdmins(tx)).filter(({ id }) => id !== memberId);
    return { incident: null, path: to('/home'), people: others, name, duties };
  },
  words: ({ name, duties }, { t }) => ({
    subject: t('mail.takeOver.subject', { name, count: duties.length }),
    texts: [
      t('mail.takeOver.text', { name }),
      ...duties.map((duty) => t('mail.takeOver.duty', duty)),
      t('mail.takeOver.next'),
    ],
    button: t('mail.takeOver.open'),
  }),
});
