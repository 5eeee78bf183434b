import type { ClockKind } from '@/lib/clocks/schema';
import type { Around, PlannedMail, Recipient } from '@/lib/deliveries/mails/planned-mail';
import type { IncidentFacts } from '@/lib/deliveries/mails/reads/incident';
import type { Purpose } from '@/lib/deliveries/schema';
import type { IncidentRole } from '@/lib/incidents/schema';
import type { Severity } from '@/lib/severity/schema';
import { type MailBlock, slot } from './mail';
import { type MailWords, mailWords, memberFooter } from './words';

export interface Told {
  purpose: Purpose;
  /** Where the button leads in the console. */
  path: string;
  label: (words: MailWords) => string;
  badge?: Severity | undefined;
  incidentId?: string | undefined;
}

/** Members read the console, which is in English. */
const locale = 'en';

/** One mail to several members, each once. */
export function toMembers(
  people: readonly Recipient[],
  around: Around,
  told: Told,
  draw: (words: MailWords) => { subject: string; texts: string[]; quote?: string | null },
): PlannedMail[] {
  if (people.length === 0) return [];
  const words = mailWords(locale, around);
  const { subject, texts, quote } = draw(words);
  const once = new Map(people.map((one) => [one.id, one]));
  const blocks: MailBlock[] = texts.map((text) => ({ kind: 'stressed', text }));
  // Under the first sentence, which says whose words these are.
  if (quote) blocks.splice(1, 0, { kind: 'quote', text: quote });
  const button: MailBlock = { kind: 'button', label: told.label(words), href: slot('open') };
  return [
    {
      purpose: told.purpose,
      recipients: [...once.values()].map((one) => ({ ...one, variables: { path: told.path } })),
      mail: {
        locale,
        subject,
        ...(told.badge ? { badge: told.badge } : {}),
        heading: subject,
        blocks: [...blocks, button],
        footer: memberFooter(words),
      },
      incidentId: told.incidentId,
    },
  ];
}

function atIncident(incident: IncidentFacts, purpose: Purpose): Told {
  return {
    purpose,
    path: `/incidents/${incident.ref}`,
    label: ({ t }) => t('mail.member.open', { ref: incident.ref }),
    badge: incident.severity,
    incidentId: incident.id,
  };
}

const named = ({ ref, title }: IncidentFacts) => `${ref} ${title}`;

/** Whoever gives a role to themselves knows it. */
export function roleMails(
  incident: IncidentFacts,
  given: { role: IncidentRole; to: Recipient[]; byId: string | null; by: string | null },
  around: Around,
): PlannedMail[] {
  const { role, by } = given;
  const people = given.to.filter(({ id }) => id !== given.byId);
  return toMembers(people, around, atIncident(incident, 'role-assigned'), ({ t, when }) => ({
    subject: t('mail.role.subject', { role, ref: incident.ref, title: incident.title }),
    texts: [
      t('mail.role.text', { role, ref: incident.ref, by }),
      t('mail.role.duty', { role }),
      ...(incident.next
        ? [t('mail.role.promise', { time: when(incident.next.at, incident.next.zone) })]
        : []),
    ],
  }));
}

/** A reporter says that it does not work yet: the lead decides. */
export function stillBrokenMails(
  incident: IncidentFacts,
  answer: { reference: string; answer: 'NOT_YET' | 'PARTLY' },
  people: Recipient[],
  around: Around,
): PlannedMail[] {
  const { reference } = answer;
  return toMembers(people, around, atIncident(incident, 'manager-asked'), ({ t }) => ({
    subject: t('mail.managerAsked.subject', { ref: incident.ref, reference }),
    texts: [t(`mail.managerAsked.${answer.answer}`, { reference }), t('mail.managerAsked.next')],
  }));
}

export interface ClockNews {
  kind: ClockKind;
  dueAt: Date;
  missed: boolean;
  /** One of the two: a report has a clock until it is triaged. */
  incident: IncidentFacts | null;
  reportRef: string | null;
}

/** A clock is at risk, or its time is over. */
export function clockMails(news: ClockNews, people: Recipient[], around: Around): PlannedMail[] {
  const { kind, incident } = news;
  const purpose = news.missed ? 'clock-missed' : 'clock-at-risk';
  const told: Told = incident
    ? atIncident(incident, purpose)
    : { purpose, path: '/triage', label: ({ t }) => t('mail.member.triage') };
  return toMembers(people, around, told, ({ t, when }) => {
    const about = incident ? named(incident) : (news.reportRef ?? '');
    const params = { kind, about, time: when(news.dueAt) };
    return news.missed
      ? { subject: t('mail.clock.missed.subject', params), texts: [t('mail.clock.missed.text', params)] }
      : { subject: t('mail.clock.risk.subject', params), texts: [t('mail.clock.risk.text', params)] };
  });
}

export function promiseMissedMails(
  incident: IncidentFacts,
  dueAt: Date,
  people: Recipient[],
  around: Around,
): PlannedMail[] {
  return toMembers(people, around, atIncident(incident, 'promise-missed'), ({ t, when }) => ({
    subject: t('mail.promise.missed.subject', { about: named(incident), time: when(dueAt) }),
    texts: [t('mail.promise.missed.text', { time: when(dueAt) })],
  }));
}
