import type { ClockKind } from '@/lib/clocks/schema';
import type { Tx } from '@/lib/database/db';
import { clockAtRisk, clockMissed } from '@/lib/incidents/events';
import { type IncidentFacts, incidentFacts } from './facts/incident';
import { leadsOrManagers, membersWithRole } from './facts/members';
import { type MemberFacts, memberMail } from './parts/member-mail';
import type { MailWords } from './parts/words';
import type { Recipient } from './planned-mail';

type Clock = Parameters<typeof clockMissed>[0];

interface ClockFacts extends MemberFacts {
  kind: ClockKind;
  dueAt: Date;
  /** One of the two: a report has a clock until it is triaged. */
  incident: IncidentFacts | null;
  reportRef: string | null;
}

async function clockFacts(tx: Tx, clock: Clock, people: Recipient[]): Promise<ClockFacts> {
  const { kind, incidentId, reportId } = clock;
  const incident = incidentId ? await incidentFacts(tx, incidentId) : null;
  const report = reportId
    ? await tx.report.findUnique({ where: { id: reportId }, select: { ref: true } })
    : null;
  const facts = { kind, dueAt: new Date(clock.dueAt), incident, reportRef: report?.ref ?? null, people };
  return incident ? facts : { ...facts, path: '/triage' };
}

function clockWords(which: 'risk' | 'missed') {
  return ({ kind, dueAt, incident, reportRef }: ClockFacts, { t, when }: MailWords) => {
    const about = incident ? `${incident.ref} ${incident.title}` : (reportRef ?? '');
    const params = { kind, about, time: when(dueAt) };
    return {
      subject: t(`mail.clock.${which}.subject`, params),
      texts: [t(`mail.clock.${which}.text`, params)],
      button: incident ? t('mail.member.open', { ref: incident.ref }) : t('mail.member.triage'),
    };
  };
}

/** Those hear of it who can still act. */
export const clockAtRiskMail = memberMail({
  when: clockAtRisk,
  purpose: 'clock-at-risk',
  facts: async (tx, { data }) => {
    const { incidentId } = data;
    const people = incidentId
      ? await leadsOrManagers(tx, incidentId)
      : await membersWithRole(tx, 'RESPONDER');
    return await clockFacts(tx, data, people);
  },
  words: clockWords('risk'),
});

/** When its time is over, the managers too. */
export const clockMissedMail = memberMail({
  when: clockMissed,
  purpose: 'clock-missed',
  facts: async (tx, { data }) => {
    const leads = data.incidentId ? await leadsOrManagers(tx, data.incidentId) : [];
    return await clockFacts(tx, data, [...leads, ...(await membersWithRole(tx, 'MANAGER'))]);
  },
  words: clockWords('missed'),
});
