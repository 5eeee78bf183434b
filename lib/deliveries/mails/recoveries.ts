import type { MailBlock } from '@/lib/deliveries/rules/mail';
import type { Purpose } from '@/lib/deliveries/schema';
import { recoveryAnnounced } from '@/lib/status/events';
import { nameOf } from './facts/incident';
import { announcesItself, type RecoveryNews, recoveryNews } from './facts/recovery';
import { mailKind } from './mail-kind';
import { beginning, button, promise, recoveryBlocks, text } from './parts/blocks';
import { followerFooter, type MailWords } from './parts/words';

type Moment = 'BEGUN' | 'VERIFIED' | 'STOPPED';
type Says = (news: RecoveryNews, words: MailWords) => { subject: string; blocks: MailBlock[] };

/** Each step is on the status page and the page of the report; mails tell of the beginning and the end. */
function recoveryMail(moment: Moment, purpose: Purpose, says: Says) {
  return mailKind({
    when: recoveryAnnounced,
    purpose,
    facts: async (tx, { data, at }) => {
      if (data.what !== moment) return null;
      // Nobody gets two mails of one moment: that of the plan's own announcement carries the times too.
      if (moment !== 'STOPPED' && (await announcesItself(tx, data.runId, moment))) return null;
      return await recoveryNews(tx, data, at);
    },
    to: ({ recipients }) => recipients,
    words: (news, words) => {
      const { subject, blocks } = says(news, words);
      const { severity, next } = news.incident;
      const where = button(words.t('mail.where'));
      return {
        subject,
        badge: severity,
        blocks: [...beginning(news.incident, words), ...blocks, ...promise(next, words), where],
      };
    },
    footer: followerFooter,
    about: ({ incident }) => ({ incidentId: incident.id }),
  });
}

export const recoveryBegunMail = recoveryMail('BEGUN', 'recovery-begun', ({ incident, recovery }, words) => {
  const names = recovery.steps.map(({ name }) => name);
  return {
    subject: words.t('mail.recovery.begun.subject', { title: nameOf(incident), kind: recovery.kind }),
    blocks: [
      ...recoveryBlocks(recovery, words),
      ...(names.length > 0 ? [text(words.t('mail.recovery.steps', { names }))] : []),
    ],
  };
});

export const recoveryVerifiedMail = recoveryMail(
  'VERIFIED',
  'recovery-verified',
  ({ incident, recovery }, words) => ({
    subject: words.t('mail.recovery.verified.subject', { title: nameOf(incident), kind: recovery.kind }),
    blocks: [text(words.t('mail.recovery.verified.text')), ...recoveryBlocks(recovery, words)],
  }),
);

export const recoveryStoppedMail = recoveryMail('STOPPED', 'recovery-stopped', ({ incident }, { t }) => ({
  subject: t('mail.recovery.stopped.subject', { title: nameOf(incident) }),
  blocks: [text(t('mail.recovery.stopped.text'))],
}));
