import sharp from 'sharp';
import { addCheck } from '@/lib/checks/commands/add';
import { addFinding } from '@/lib/checks/commands/add-finding';
import { createCheckTemplate } from '@/lib/checks/commands/create-check-template';
import { db } from '@/lib/database/db';
import { createDataset } from '@/lib/datasets/commands/create';
import { addService } from '@/lib/incidents/commands/add-service';
import { assignRole } from '@/lib/incidents/commands/assign-role';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { declared } from '@/lib/incidents/testing/declared';
import { person } from '@/lib/members/testing/people';
import { createMonitor } from '@/lib/monitors/commands/create';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { attachFile } from '@/lib/reports/commands/attach';
import { fileReport } from '@/lib/reports/commands/file';
import { apiKey, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { createService } from '@/lib/services/commands/create';
import type { Caller } from './callers';

const cli = cliContext();

/** Somebody of the provider who is none of the callers. */
export const lead = oncePerProcess('walk.lead', () => person('MANAGER', 'Priya'));

export const soon = { minutes: 30 };
export const probe = { kind: 'HTTP' as const, request: { url: 'https://shop.example/' } };
export const pictureBytes = new Uint8Array(
  await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer(),
);

/** A service; own: the caller's to look after. */
export async function service(owner: Caller | null) {
  const [name, slug] = [`Service ${newId()}`, `s-${newId()}`];
  const { id } = await createService(cli, { name, slug, ownerId: owner?.person?.id ?? null });
  return { id, serviceId: id, slug, service: slug, name, version: 1 };
}

/** An incident on such a service. */
export async function incident(owner: Caller | null) {
  const { serviceId } = await service(owner);
  const { id, ref, version } = await declared((await lead()).ctx, serviceId, { next: soon });
  return { ref, id, serviceId, version };
}

/** An incident whose next update is more overdue than that of all others. */
export async function overdue(owner: Caller | null) {
  const made = await incident(owner);
  await db().incident.update({ where: { id: made.id }, data: { nextUpdateAt: new Date(0) } });
  return made;
}

export async function onTwoServices(owner: Caller | null) {
  const { ref } = await incident(owner);
  const { serviceId } = await service(owner);
  await addService((await lead()).ctx, { ref, serviceId });
  return { ref, serviceId };
}

export async function resolved(owner: Caller | null) {
  const { ref } = await incident(owner);
  await resolveIncident((await lead()).ctx, { ref, text: 'It works again.', reason: 'A restart.' });
  return { ref };
}

export async function held(owner: Caller | null) {
  const { ref } = await incident(owner);
  const memberId = (await lead()).id;
  await assignRole((await lead()).ctx, { ref, role: 'RESOLVER', memberId });
  return { ref, role: 'RESOLVER', memberId };
}

export async function update(owner: Caller | null) {
  const { ref } = await incident(owner);
  const told = { ref, audience: 'PUBLIC', text: 'We restart it now.', next: soon } as const;
  const { updateId } = await publishUpdate((await lead()).ctx, told);
  return { id: updateId };
}

export async function check(owner: Caller | null) {
  const { ref } = await incident(owner);
  const { id, version } = await addCheck((await lead()).ctx, { ref, area: 'SERVICES', name: 'Releases' });
  return { id, version };
}

export async function doneCheck(owner: Caller | null) {
  const { ref } = await incident(owner);
  const { id } = await addCheck((await lead()).ctx, { ref, area: 'SERVICES', name: 'The page', probe });
  await db().check.update({ where: { id }, data: { state: 'OK' } });
  return { id };
}

export async function finding(owner: Caller | null) {
  const { ref } = await incident(owner);
  const found = { ref, area: 'SERVICES', sentence: 'The release of noon.' } as const;
  const { id, version } = await addFinding((await lead()).ctx, found);
  return { id, version };
}

/** What a monitor found on a service; own: on one of the caller's, in an incident of theirs. */
export async function serviceFinding(owner: Caller | null) {
  const { ref, serviceId } = await incident(owner);
  const { id: incidentId } = await db().incident.findUniqueOrThrow({ where: { ref }, select: { id: true } });
  const { monitorId } = await monitor(null);
  const about = {
    id: newId(),
    incidentId,
    serviceId,
    monitorId,
    address: '10.0.0.2',
    area: 'NETWORKING',
  } as const;
  const { id, version } = await db().finding.create({
    data: { ...about, sentence: '10.0.0.2 accepts no connection.' },
  });
  return { ref, id, version };
}

export async function checkTemplate() {
  const { id, version } = await createCheckTemplate(cli, { area: 'SERVICES', name: 'Releases' });
  return { id, version };
}

/** A report that waits for triage; own: the caller sent it. With it comes its private link. */
export async function report(owner: Caller | null) {
  const email = `${newId()}@example.org`;
  const { ref, trackingPath } = await fileReport(owner?.person?.ctx ?? apiKey(), rawReport({ email }));
  const { id, version } = await db().report.findUniqueOrThrow({ where: { ref } });
  return { ref, id, version, email, token: trackingPath.split('/').at(-1) ?? '' };
}

export async function reportWithFile(owner: Caller | null) {
  const made = await report(owner);
  const { id: fileId } = await attachFile((await lead()).ctx, {
    ref: made.ref,
    name: 'page.png',
    bytes: pictureBytes,
  });
  return { ...made, fileId };
}

export async function reportAndIncident(owner: Caller | null) {
  const { ref: incidentRef } = await incident(null);
  return { ...(await report(owner)), incidentRef };
}

export async function monitor(owner: Caller | null) {
  const made = await service(owner);
  const watched = { service: made.service, name: 'Health', probe };
  const { id, version } = await createMonitor((await lead()).ctx, watched);
  return { monitorId: id, version };
}

export const orders = { name: 'Orders', system: 'shop-1', location: '/var/orders' };

export async function dataset(owner: Caller | null) {
  const { serviceId } = await service(owner);
  const { id, version } = await createDataset(cli, { serviceId, ...orders });
  return { id, datasetId: id, version };
}
