import type { IncidentStage } from '@/lib/incidents/schema';
import { capital, counted, listed } from '@/lib/language/words';
import type { RecipientsView } from '@/lib/updates/queries/views';
import type { Audience } from '@/lib/updates/schema';
import type { NextBody } from './next-choices';

/** "Post to everyone", "Post to 23 reporters", "Post to the team". */
export function postWords(audience: Audience, recipients: RecipientsView | undefined): string {
  if (audience === 'PUBLIC') return 'Post to everyone';
  if (audience === 'INTERNAL') return 'Post to the team';
  const count = recipients?.reporters;
  return count ? `Post to ${counted(count, 'reporter')}` : 'Post to the reporters';
}

/** Where it goes, in one sentence: "Status page and 23 emails." */
export function reachWords(preview: {
  statusPage: unknown;
  trackingPage: unknown;
  mail: { recipients: number } | null;
}): string {
  const places: string[] = [];
  if (preview.statusPage) places.push('status page');
  else if (preview.trackingPage) places.push('the reporters’ own pages');
  else return 'The console only. Nobody outside the team sees it.';
  if (preview.mail?.recipients) places.push(counted(preview.mail.recipients, 'email'));
  return `${capital(listed(places))}.`;
}

interface Draft {
  audience: Audience;
  text: string;
  stage: IncidentStage;
  from: IncidentStage;
  reason: string;
  next: NextBody | null;
  version: number;
}

/** The body of the command. The stage is named only when it changes. */
export function updateBody({ audience, text, stage, from, reason, next, version }: Draft) {
  return {
    audience,
    text: text.trim(),
    version,
    ...(next ? { next } : {}),
    ...(stage === from ? {} : { stage }),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
}
