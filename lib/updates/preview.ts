import { type Hint, hintsFor } from './hints';
import type { Audience } from './schema';
import type { RecipientsView } from './view-schema';

export interface UpdateDraft {
  audience: Audience;
  text: string;
  incident: { ref: string; title: string; visibility: 'PUBLIC' | 'INTERNAL' };
  /** What users read for the stage after this update, e.g. "Being fixed". */
  stageWords: string;
  /** ISO; null when it is the last word. */
  nextUpdateAt: string | null;
  recipients: RecipientsView;
}

export interface ShownUpdate {
  title: string;
  stage: string;
  text: string;
  nextUpdateAt: string | null;
}

/** What every channel will show of an update; null where it shows nothing. */
export interface UpdatePreview {
  statusPage: ShownUpdate | null;
  feed: ShownUpdate | null;
  trackingPage: ShownUpdate | null;
  mail: { subject: string; text: string; nextUpdateAt: string | null; recipients: number } | null;
  webhooks: number;
  console: ShownUpdate;
  hints: Hint[];
}

/** The subject of the mail about an update. */
export function updateSubject(about: { ref: string; title: string; stageWords: string }): string {
  return `${about.title}: ${about.stageWords.toLowerCase()} (${about.ref})`;
}

/** What each channel will show, before anything is published. The text is Markdown; pages and mails render it. */
export function previewUpdate(draft: UpdateDraft): UpdatePreview {
  const { audience, incident, stageWords, recipients, nextUpdateAt } = draft;
  const text = draft.text.trim();
  const shown: ShownUpdate = { title: incident.title, stage: stageWords, text, nextUpdateAt };
  const everyone = audience === 'PUBLIC' && incident.visibility === 'PUBLIC';
  const { reporters } = recipients.REPORTERS;
  const mails = everyone ? recipients.PUBLIC.reporters + recipients.PUBLIC.subscribers : reporters;
  const subject = updateSubject({ ...incident, stageWords });
  return {
    statusPage: everyone ? shown : null,
    feed: everyone ? shown : null,
    trackingPage: audience === 'INTERNAL' ? null : shown,
    mail: audience === 'INTERNAL' ? null : { subject, text, nextUpdateAt, recipients: mails },
    webhooks: everyone ? recipients.PUBLIC.webhooks : 0,
    console: shown,
    hints: hintsFor(text),
  };
}
