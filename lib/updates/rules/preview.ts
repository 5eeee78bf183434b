import { translator } from '@/lib/language/catalogue';
import { formatWhen } from '@/lib/language/time';
import { isolated } from '@/lib/platform/rules/isolate';
import type { RecipientsView } from '@/lib/updates/queries/views';
import type { Audience } from '@/lib/updates/schema';
import { type Hint, hintsFor } from './hints';
import { type IncidentStage, type PublicStage, publicStageOf, publicStageWords } from './public-stage';

export interface UpdateDraft {
  audience: Audience;
  text: string;
  incident: {
    ref: string;
    title: string;
    visibility: 'PUBLIC' | 'INTERNAL';
    services: { name: string }[];
  };
  /** After this update. */
  stage: IncidentStage;
  /** ISO; null when it is the last word. */
  nextUpdateAt: string | null;
  zone: string;
  /** In milliseconds. */
  now: number;
  recipients: RecipientsView;
}

interface ShownUpdate {
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
  console: ShownUpdate;
  hints: Hint[];
}

interface Subject {
  title: string;
  services: readonly string[];
  stage: PublicStage;
  /** "14:30 BST"; null when it is the last word. */
  nextBy: string | null;
}

/** The subject of the mail about an update. Services that the title names are not said twice. */
export function updateSubject({ title, services, stage, nextBy }: Subject, locale = 'en'): string {
  const t = translator(locale);
  if (stage === 'RESOLVED') return t('mail.resolved.subject', { services, title });
  const unnamed = services.filter((name) => !title.toLowerCase().includes(name.toLowerCase()));
  return t('mail.update.subject', {
    services: unnamed,
    title: `${isolated(title)}: ${t(`mail.stage.${stage}`)}`,
    nextBy,
  });
}

function subjectOf({ incident, stage, nextUpdateAt, zone, now }: UpdateDraft): string {
  return updateSubject({
    title: incident.title,
    services: incident.services.map(({ name }) => name),
    stage: publicStageOf[stage],
    nextBy: nextUpdateAt ? formatWhen(new Date(nextUpdateAt), zone, new Date(now)) : null,
  });
}

/** What each channel will show, before anything is published. The text is Markdown; pages and mails render it. */
export function previewUpdate(draft: UpdateDraft): UpdatePreview {
  const { audience, incident, recipients, nextUpdateAt } = draft;
  const text = draft.text.trim();
  const shown: ShownUpdate = {
    title: incident.title,
    stage: publicStageWords(draft.stage),
    text,
    nextUpdateAt,
  };
  const everyone = audience === 'PUBLIC' && incident.visibility === 'PUBLIC';
  const mails = recipients.reporters + (everyone ? recipients.subscribers : 0);
  return {
    statusPage: everyone ? shown : null,
    feed: everyone ? shown : null,
    trackingPage: audience === 'INTERNAL' ? null : shown,
    mail:
      audience === 'INTERNAL' ? null : { subject: subjectOf(draft), text, nextUpdateAt, recipients: mails },
    console: shown,
    hints: hintsFor(text),
  };
}
