import { db } from '@/lib/database/db';
import type { Actor, Context, Role } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { newFormStamp } from '@/lib/reports/intake/form-stamp';
import type { FileReportRaw } from '@/lib/reports/schema';
import { settingsInForce } from '@/lib/settings/in-force';
import type { Prisma } from '@/prisma/generated/client';

process.env.STANDBY_SECRET ??= 'a secret for these tests, long enough to be one';

/** A caller; each has a network of its own, so that limits of one test do not meet another. */
export function caller(actor: Actor): Context {
  return { actor, requestId: newId(), addressBlock: newId().replaceAll('-', '') };
}

export const visitor = () => caller({ kind: 'anonymous' });
export const reporterOf = (reportId: string) => caller({ kind: 'reporter', reportId });
export const apiKey = (role: Role = 'USER') => caller({ kind: 'key', keyId: newId(), role });

export type Staff = Context & { memberId: string; email: string };

export async function makeMember(role: Role, name = 'Farah'): Promise<Staff> {
  const memberId = newId();
  const email = `${memberId}@team.example`;
  await db().member.create({ data: { id: memberId, name, role, email } });
  return { ...caller({ kind: 'member', memberId, role, sessionId: newId() }), memberId, email };
}

export async function makeService(
  slug: string,
  extra: Partial<Prisma.ServiceCreateManyInput> = {},
): Promise<string> {
  const id = newId();
  await db().service.create({ data: { id, slug, name: slug, ...extra } });
  return id;
}

export async function makeIncident(
  number: number,
  extra: Partial<Prisma.IncidentCreateManyInput> = {},
): Promise<string> {
  const id = newId();
  const at = new Date();
  const { version } = await settingsInForce();
  const times = { startedAt: at, declaredAt: at };
  const row = { id, ref: `INC-${number}`, number, title: 'The shop is away', severity: 'CRITICAL' as const };
  await db().incident.createMany({ data: [{ ...row, ...times, settingsVersion: version, ...extra }] });
  return id;
}

export function rawReport(extra: Partial<FileReportRaw> = {}): FileReportRaw {
  return { experience: 'UNUSABLE', description: 'Every case says 503.', clientKey: newId(), ...extra };
}

/** As the form sends it, a minute after it was opened. */
export function fromForm(extra: Partial<FileReportRaw> = {}): FileReportRaw {
  const clientKey = newId();
  return rawReport({ clientKey, stamp: newFormStamp(clientKey, Date.now() - 60_000), ...extra });
}
