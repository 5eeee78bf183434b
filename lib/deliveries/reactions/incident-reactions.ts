import type { Tx } from '@/lib/database/db';
import { incidentFacts, reportersToTell } from '@/lib/deliveries/mails/reads/incident';
import { leadsOf, memberName, membersById, membersWithRole } from '@/lib/deliveries/mails/reads/members';
import { reporterRecipient } from '@/lib/deliveries/mails/reads/recipients';
import { editedFacts, publishedFacts } from '@/lib/deliveries/mails/reads/update';
import { regradedMails, reopenedMails } from '@/lib/deliveries/rules/incident-mails';
import {
  clockMails,
  promiseMissedMails,
  roleMails,
  stillBrokenMails,
} from '@/lib/deliveries/rules/member-mails';
import { updateMails } from '@/lib/deliveries/rules/update-mails';
import {
  clockAtRisk,
  clockMissed,
  incidentManagerAsked,
  incidentRegraded,
  incidentReopened,
  incidentRoleAssigned,
  promiseMissed,
} from '@/lib/incidents/events';
import { updateEdited, updatePublished } from '@/lib/updates/events';
import { type Reaction, when } from './reaction';

async function incidentAndReporters(tx: Tx, incidentId: string, at: Date) {
  const incident = await incidentFacts(tx, incidentId);
  if (!incident) return null;
  const reporters = await reportersToTell(tx, incidentId, at);
  return { incident, reporters: reporters.map(reporterRecipient) };
}

/** The leads of an incident; without any, every manager. */
async function leadsOrManagers(tx: Tx, incidentId: string) {
  const leads = await leadsOf(tx, incidentId);
  return leads.length > 0 ? leads : await membersWithRole(tx, 'MANAGER');
}

type Clock = Parameters<typeof clockMissed>[0];

/** At risk, those who can still act are told; when it is over, the managers too. */
async function clockAudience(tx: Tx, { incidentId }: Clock, missed: boolean) {
  if (!incidentId) return await membersWithRole(tx, missed ? 'MANAGER' : 'RESPONDER');
  const leads = await leadsOrManagers(tx, incidentId);
  return missed ? [...leads, ...(await membersWithRole(tx, 'MANAGER'))] : leads;
}

async function clockNews(tx: Tx, clock: Clock, missed: boolean) {
  const incident = clock.incidentId ? await incidentFacts(tx, clock.incidentId) : null;
  const report = clock.reportId
    ? await tx.report.findUnique({ where: { id: clock.reportId }, select: { ref: true } })
    : null;
  return { kind: clock.kind, dueAt: new Date(clock.dueAt), missed, incident, reportRef: report?.ref ?? null };
}

export const incidentReactions: Reaction[] = [
  when(updatePublished, async (tx, { data, around }) => {
    const update = await publishedFacts(tx, data.updateId, data.revision);
    return update ? updateMails(update, around) : [];
  }),
  when(updateEdited, async (tx, { data, around }) => {
    const update = await editedFacts(tx, data.updateId, data.revision);
    return update ? updateMails(update, around) : [];
  }),
  when(incidentRegraded, async (tx, { data, around }) => {
    const told = await incidentAndReporters(tx, data.incidentId, around.at);
    const note = await tx.incidentNote.findUnique({ where: { id: data.noteId }, select: { body: true } });
    return told && note ? regradedMails(told, { ...data, reason: note.body }, around) : [];
  }),
  when(incidentReopened, async (tx, { data, around }) => {
    const told = await incidentAndReporters(tx, data.incidentId, around.at);
    return told ? reopenedMails(told, around) : [];
  }),
  when(incidentRoleAssigned, async (tx, { data, event, around }) => {
    const incident = await incidentFacts(tx, data.incidentId);
    const byId = event.actorKind === 'member' ? event.actorId : null;
    const to = await membersById(tx, [data.memberId]);
    const by = await memberName(tx, byId);
    return incident ? roleMails(incident, { role: data.role, to, byId, by }, around) : [];
  }),
  when(incidentManagerAsked, async (tx, { data, around }) => {
    if (data.answer === 'WORKS') return [];
    const { answer, reportId, incidentId } = data;
    const incident = await incidentFacts(tx, incidentId);
    const report = await tx.report.findUnique({ where: { id: reportId }, select: { ref: true } });
    if (!incident || !report) return [];
    const asked = await membersById(tx, [data.memberId]);
    const people = asked.length > 0 ? asked : await leadsOrManagers(tx, incidentId);
    return stillBrokenMails(incident, { reference: report.ref, answer }, people, around);
  }),
  when(clockAtRisk, async (tx, { data, around }) =>
    clockMails(await clockNews(tx, data, false), await clockAudience(tx, data, false), around),
  ),
  when(clockMissed, async (tx, { data, around }) =>
    clockMails(await clockNews(tx, data, true), await clockAudience(tx, data, true), around),
  ),
  when(promiseMissed, async (tx, { data, around }) => {
    const incident = await incidentFacts(tx, data.incidentId);
    const people = [...(await leadsOf(tx, data.incidentId)), ...(await membersWithRole(tx, 'MANAGER'))];
    return incident ? promiseMissedMails(incident, new Date(data.dueAt), people, around) : [];
  }),
];
