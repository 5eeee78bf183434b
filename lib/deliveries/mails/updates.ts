import { updateEdited, updatePublished } from '@/lib/updates/events';
import { updateSubject } from '@/lib/updates/rules/preview';
import { editedFacts, publishedFacts, type UpdateFacts } from './facts/update';
import { type MailContent, mailKind } from './mail-kind';
import { beginning, button, promise, recoveryBlocks } from './parts/blocks';
import { followerFooter, type MailWords } from './parts/words';

/** What it is about, how it stands, and when the next word comes: as the composer's preview shows it. */
function subjectOf({ incident, next, stage }: UpdateFacts, { locale, when, heard, t }: MailWords): string {
  const services = incident.services.map(({ name }) => name);
  if (stage === 'RESOLVED' && heard === 'NO')
    return t('mail.whole.subject', { services, title: incident.title });
  const nextBy = next ? when(next.at, next.zone) : null;
  return updateSubject({ title: incident.title, services, stage, nextBy }, locale);
}

function contentOf(update: UpdateFacts, words: MailWords): MailContent {
  const { t } = words;
  const { incident, next, stage, recovery } = update;
  return {
    subject: subjectOf(update, words),
    badge: incident.severity,
    heading: t('mail.heading', { title: incident.title, stage: t(`stage.${stage}`) }),
    blocks: [
      ...beginning(incident, words),
      { kind: 'words', words: update.words },
      ...(recovery ? recoveryBlocks(recovery, words) : []),
      ...promise(next, words),
      button(t('mail.where')),
    ],
  };
}

const common = {
  to: ({ recipients }: UpdateFacts) => recipients,
  footer: followerFooter,
  about: ({ id, incident }: UpdateFacts) => ({ incidentId: incident.id, updateId: id }),
};

export const updateMail = mailKind({
  when: updatePublished,
  purpose: 'update',
  facts: (tx, { data }) => publishedFacts(tx, data.updateId, data.revision),
  words: contentOf,
  ...common,
});

/** To everybody who got the words before. */
export const updateEditedMail = mailKind({
  when: updateEdited,
  purpose: 'update-edited',
  facts: (tx, { data }) => editedFacts(tx, data.updateId, data.revision),
  words: (update, words) => {
    const { t, time } = words;
    const { subject, blocks, ...content } = contentOf({ ...update, recovery: null }, words);
    const title = t('mail.edited.text', { time: time(update.publishedAt) });
    return {
      ...content,
      subject: t('mail.edited.subject', { subject }),
      blocks: [{ kind: 'box', title, text: update.reason ?? '' }, ...blocks],
    };
  },
  ...common,
});
