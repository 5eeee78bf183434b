import { listed } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';

interface Subject {
  services: readonly string[];
  title: string;
}

/** Mails to reporters and subscribers about an incident or planned work, and about the subscription itself. */
export const updateMailTexts = {
  'mail.update.subject': (of: Subject & { nextBy: string | null }) => {
    const what = of.services.length > 0 ? `${listed(of.services)}: ${of.title}` : of.title;
    return of.nextBy ? `${what}. Next update by ${of.nextBy}` : what;
  },

  'mail.resolved.subject': (of: Subject) =>
    of.services.length > 0 ? `${listed(of.services)}: back to normal` : `Back to normal: ${of.title}`,

  'mail.declared.text': 'We know about this and are looking into it.',
  'mail.beginning.title': 'What this is about',
  'mail.beginning.text': (of: Subject & { severity: string; since: string; until: string | null }) => {
    const affects =
      of.services.length > 0 ? ` ${of.until ? 'It affected' : 'It affects'} ${listed(of.services)}.` : '';
    const time = of.until ? `from ${of.since} to ${of.until}` : `since ${of.since}`;
    return `“${of.title}”, ${of.severity}, ${time}.${affects}`;
  },
  'mail.whole.subject': (of: Subject) =>
    of.services.length > 0
      ? `${listed(of.services)}: there was trouble, and it is over`
      : `There was trouble, and it is over: ${of.title}`,

  'mail.subscribe.subject': (params: { organisation: string }) =>
    `Please confirm: updates from ${params.organisation}`,
  'mail.subscribe.text': (params: { organisation: string; services: readonly string[] }) =>
    params.services.length > 0
      ? `Someone, probably you, asked ${params.organisation} to send updates about ${listed(params.services)} to this address.`
      : `Someone, probably you, asked ${params.organisation} to send updates about its services to this address.`,
  'mail.subscribe.button': 'Confirm',
  'mail.subscribe.expires': (params: { hours: number }) =>
    `The link works for ${exactDuration(params.hours * 3_600)}.`,
  'mail.subscribe.other': 'If it was not you, do nothing. Nothing more is sent.',

  'mail.subscriber.why': (params: { organisation: string }) =>
    `You get this because you subscribed to updates from ${params.organisation}.`,
  'mail.subscriber.change': 'Change what you get',
};
