import type { Tx } from '@/lib/database/db';
import {
  incidentDeclared,
  incidentManagerAsked,
  incidentRegraded,
  incidentReopened,
  incidentRoleAssigned,
  incidentServiceChanged,
  incidentVisibilityChanged,
  promiseMissed,
} from '@/lib/incidents/events';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { compareSeverity, type Severity, severityLabel, severityMeaning } from '@/lib/severity/schema';
import { updateSubject } from '@/lib/updates/rules/preview';
import { type IncidentFacts, incidentFacts, nameOf } from './facts/incident';
import {
  actingMemberId,
  leadsOf,
  leadsOrManagers,
  memberName,
  membersById,
  membersWithRole,
} from './facts/members';
import { recipientsOf } from './facts/recipients';
import { mailKind } from './mail-kind';
import { beginning, button, promise, quote, text } from './parts/blocks';
import { memberMail } from './parts/member-mail';
import { followerFooter } from './parts/words';
import type { Recipient } from './planned-mail';

interface ToFollowers {
  incident: IncidentFacts;
  followers: Recipient[];
}

async function following(
  tx: Tx,
  incidentId: string,
  audience: 'PUBLIC' | 'REPORTERS',
  at: Date,
): Promise<ToFollowers | null> {
  const incident = await incidentFacts(tx, incidentId);
  return incident && { incident, followers: await recipientsOf(tx, { incident, audience, at }) };
}

const common = {
  to: (facts: ToFollowers) => facts.followers,
  footer: followerFooter,
  about: ({ incident }: ToFollowers) => ({ incidentId: incident.id }),
};

/** Whether more people follow the incident since an event, because of it. */
function reachesMore({ type, data }: StoredEvent): boolean {
  switch (type) {
    case incidentRegraded.type:
      return compareSeverity(data.to as Severity, data.from as Severity) < 0;
    case incidentServiceChanged.type:
      return data.from === null;
    default:
      return true;
  }
}

/** An update to everyone from that moment or later tells them by itself. */
async function isToldAnyway(tx: Tx, incidentId: string, at: Date): Promise<boolean> {
  const told = { incidentId, audience: 'PUBLIC' as const, retractedAt: null, publishedAt: { gte: at } };
  return (await tx.update.count({ where: told })) > 0;
}

/**
 * What is public is told, also when nobody has put it into words yet: to subscribers, when it is declared and whenever
 * more of them follow it. Reporters were told what became of their report.
 */
export const declaredMail = mailKind({
  when: [incidentDeclared, incidentVisibilityChanged, incidentRegraded, incidentServiceChanged],
  purpose: 'incident-declared',
  facts: async (tx, { data, event, at }) => {
    if (!reachesMore(event) || (await isToldAnyway(tx, data.incidentId, at))) return null;
    const facts = await following(tx, data.incidentId, 'PUBLIC', at);
    if (!facts?.incident.public || facts.incident.stage === 'RESOLVED') return null;
    const unheard = facts.followers.filter(({ kind, heard }) => kind === 'SUBSCRIBER' && heard === 'NO');
    return { ...facts, followers: unheard };
  },
  words: ({ incident }, words) => {
    const { t, when, locale } = words;
    const { title, stage, next, severity } = incident;
    const services = incident.services.map(({ name }) => name);
    const nextBy = next ? when(next.at, next.zone) : null;
    return {
      subject: updateSubject({ title, services, stage, nextBy }, locale),
      heading: t('mail.heading', { title, stage: t(`stage.${stage}`) }),
      badge: severity,
      blocks: [
        ...beginning(incident, words),
        text(t('mail.declared.text')),
        ...promise(next, words),
        button(t('mail.where')),
      ],
    };
  },
  ...common,
});

/** The reporters hear that it is graded otherwise, and why. */
export const regradedMail = mailKind({
  when: incidentRegraded,
  purpose: 'incident-regraded',
  facts: async (tx, { data, at }) => {
    const audience = await following(tx, data.incidentId, 'REPORTERS', at);
    const note = await tx.incidentNote.findUnique({ where: { id: data.noteId }, select: { body: true } });
    return audience && note && { ...audience, from: data.from, to: data.to, reason: note.body };
  },
  words: ({ incident, from, to, reason }, words) => {
    const { t } = words;
    const severity = severityLabel[to];
    const change = { from: severityLabel[from], to: severity, meaning: severityMeaning[to] };
    return {
      subject: t('mail.regraded.subject', { service: nameOf(incident), severity }),
      badge: to,
      blocks: [
        text(t('mail.regraded.text', change)),
        text(t('mail.regraded.reason')),
        quote(reason),
        ...promise(incident.next, words),
        button(t('mail.where')),
      ],
    };
  },
  ...common,
});

export const reopenedMail = mailKind({
  when: incidentReopened,
  purpose: 'incident-reopened',
  facts: (tx, { data, at }) => following(tx, data.incidentId, 'PUBLIC', at),
  words: ({ incident }, words) => ({
    subject: words.t('mail.reopened.subject', { service: nameOf(incident) }),
    badge: incident.severity,
    blocks: [
      ...beginning(incident, words),
      text(words.t('mail.reopened.again')),
      ...promise(incident.next, words),
      button(words.t('mail.where')),
    ],
  }),
  ...common,
});

/** Whoever gives a role to themselves knows it. */
export const roleMail = memberMail({
  when: incidentRoleAssigned,
  purpose: 'role-assigned',
  facts: async (tx, { data, event }) => {
    const incident = await incidentFacts(tx, data.incidentId);
    const byId = actingMemberId(event);
    const by = await memberName(tx, byId);
    return (
      incident && { incident, role: data.role, byId, by, people: await membersById(tx, [data.memberId]) }
    );
  },
  words: ({ incident: { ref, title, next }, role, by }, { t, when }) => ({
    subject: t('mail.role.subject', { role, ref, title }),
    texts: [
      t('mail.role.text', { role, ref, by }),
      t('mail.role.duty', { role }),
      ...(next ? [t('mail.role.promise', { time: when(next.at, next.zone) })] : []),
    ],
    button: t('mail.member.open', { ref }),
  }),
});

/** A reporter says that it does not work yet: the lead decides. */
export const managerAskedMail = memberMail({
  when: incidentManagerAsked,
  purpose: 'manager-asked',
  facts: async (tx, { data: { answer, incidentId, reportId, memberId } }) => {
    if (answer === 'WORKS') return null;
    const incident = await incidentFacts(tx, incidentId);
    const report = await tx.report.findUnique({ where: { id: reportId }, select: { ref: true } });
    if (!incident || !report) return null;
    const asked = await membersById(tx, [memberId]);
    const people = asked.length > 0 ? asked : await leadsOrManagers(tx, incidentId);
    return { incident, reference: report.ref, answer, people };
  },
  words: ({ incident: { ref }, reference, answer }, { t }) => ({
    subject: t('mail.managerAsked.subject', { ref, reference }),
    texts: [t(`mail.managerAsked.${answer}`, { reference }), t('mail.managerAsked.next')],
    button: t('mail.member.open', { ref }),
  }),
});

export const promiseMissedMail = memberMail({
  when: promiseMissed,
  purpose: 'promise-missed',
  facts: async (tx, { data }) => {
    const incident = await incidentFacts(tx, data.incidentId);
    const people = [...(await leadsOf(tx, data.incidentId)), ...(await membersWithRole(tx, 'MANAGER'))];
    return incident && { incident, dueAt: new Date(data.dueAt), people };
  },
  words: ({ incident: { ref, title }, dueAt }, { t, when }) => ({
    subject: t('mail.promise.missed.subject', { about: `${ref} ${title}`, time: when(dueAt) }),
    texts: [t('mail.promise.missed.text', { time: when(dueAt) })],
    button: t('mail.member.open', { ref }),
  }),
});
