import type { Tx } from '@/lib/database/db';
import {
  incidentManagerAsked,
  incidentRegraded,
  incidentReopened,
  incidentRoleAssigned,
  promiseMissed,
} from '@/lib/incidents/events';
import { severityLabel, severityMeaning } from '@/lib/severity/schema';
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
import { button, promise, quote, text } from './parts/blocks';
import { memberMail } from './parts/member-mail';
import { followerFooter } from './parts/words';
import type { Recipient } from './planned-mail';

interface ToReporters {
  incident: IncidentFacts;
  reporters: Recipient[];
}

async function toReporters(tx: Tx, incidentId: string, at: Date): Promise<ToReporters | null> {
  const incident = await incidentFacts(tx, incidentId);
  return incident && { incident, reporters: await recipientsOf(tx, { incident, audience: 'REPORTERS', at }) };
}

const reporters = {
  to: (facts: ToReporters) => facts.reporters,
  footer: followerFooter,
  about: ({ incident }: ToReporters) => ({ incidentId: incident.id }),
};

/** The reporters hear that it is graded otherwise, and why. */
export const regradedMail = mailKind({
  when: incidentRegraded,
  purpose: 'incident-regraded',
  facts: async (tx, { data, at }) => {
    const audience = await toReporters(tx, data.incidentId, at);
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
  ...reporters,
});

export const reopenedMail = mailKind({
  when: incidentReopened,
  purpose: 'incident-reopened',
  facts: (tx, { data, at }) => toReporters(tx, data.incidentId, at),
  words: ({ incident }, words) => ({
    subject: words.t('mail.reopened.subject', { service: nameOf(incident) }),
    badge: incident.severity,
    blocks: [
      text(words.t('mail.reopened.again')),
      ...promise(incident.next, words),
      button(words.t('mail.where')),
    ],
  }),
  ...reporters,
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
