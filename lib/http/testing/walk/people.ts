import { createEndpoint } from '@/lib/automation/commands/create';
import { db } from '@/lib/database/db';
import { confirmedSubscriber } from '@/lib/deliveries/testing/people';
import { prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { createKey } from '@/lib/members/commands/create-key';
import { createTeam } from '@/lib/members/commands/create-team';
import { disableMember } from '@/lib/members/commands/disable-member';
import { invite } from '@/lib/members/commands/invite';
import { requestReset } from '@/lib/members/commands/request-reset';
import { anonymous, person } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { raiseConcern } from '@/lib/platform/process/concerns';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { acceptAllocation } from '@/lib/resources/commands/accept';
import { createResource } from '@/lib/resources/commands/create';
import { requestAllocation } from '@/lib/resources/commands/request';
import { type Caller, member, signIn } from './callers';
import { incident, lead } from './subjects';

const cli = cliContext();
const address = () => `${newId()}@example.org`;

/** A member; own: the caller. */
export async function account(owner: Caller | null) {
  const { id } = owner?.person ?? (await person('RESPONDER', 'Tom'));
  const { version } = await db().member.findUniqueOrThrow({ where: { id } });
  return { memberId: id, version };
}

/** Somebody to give a role to or to disable, so never the caller. */
async function other() {
  return await account(null);
}

/** Somebody who made a key that may go on without them. */
export async function keyMaker() {
  const maker = await person('ADMIN', 'Tom');
  const { id: keyId } = await createKey(maker.ctx, { name: 'Night shift', role: 'USER' });
  return { memberId: maker.id, version: 1, keyId };
}

export async function disabled() {
  const { memberId } = await other();
  await disableMember(cli, { memberId });
  return { memberId };
}

/** A session beside the one that the caller comes with, or one of somebody else. */
export async function session(owner: Caller | null) {
  const { memberId } = await account(owner);
  return { sessionId: (await signIn(memberId)).sessionId, memberId };
}

export async function apiKey() {
  return { keyId: (await createKey(cli, { name: 'Night shift', role: 'USER' })).id };
}

export async function invitation() {
  const { id } = await invite(cli, { email: address(), role: 'USER' });
  return { invitationId: id, token: linkToken('invitation', id) };
}

export async function reset() {
  const { person: forgetful } = await member('USER');
  await requestReset(anonymous({ addressBlock: newId().replaceAll('-', '') }), { email: forgetful.email });
  const { id } = await db().passwordReset.findFirstOrThrow({ where: { memberId: forgetful.id } });
  return { token: linkToken('password-reset', id) };
}

export async function team() {
  const { id } = await createTeam(cli, { name: `Team ${newId()}` });
  return { teamId: id, version: 1 };
}

export async function subscriber() {
  return { subscriberId: await confirmedSubscriber({ email: address() }) };
}

export async function deadDelivery() {
  const id = await prepareDelivery({ address: address() });
  await db().delivery.update({ where: { id }, data: { state: 'DEAD', attempts: 3 } });
  return { id };
}

export async function suppressedMail() {
  const to = address();
  await db().suppression.create({ data: { channel: 'EMAIL', address: to, reason: 'COMPLAINED' } });
  return { id: await prepareDelivery({ address: to }) };
}

/** A mail to an address that anybody may have typed. */
export async function unconfirmedMail() {
  return { token: linkToken('mail-refusal', await prepareDelivery({ address: address() })) };
}

export async function unknownProxy() {
  const says = 'Requests say that they were passed on.';
  await raiseConcern('unknown proxy', says, 1);
  return { says };
}

export async function endpoint() {
  const url = `http://10.0.0.1/${newId()}`;
  const { id, version } = await createEndpoint(cli, { name: `Front ${newId()}`, url, mode: 'LIVE' });
  return { id, version };
}

export async function resource() {
  const { id } = await createResource(cli, { kind: 'EQUIPMENT', name: `Controller ${newId()}` });
  return { resourceId: id, version: 1 };
}

export async function resourceAndIncident() {
  return { ...(await resource()), ref: (await incident(null)).ref };
}

/** Nobody is held twice at once, so each allocation has a day of its own. */
let days = 0;

/** A request for a person, which waits for an answer; own: for the caller. Users are asked for nothing. */
export async function allocation(owner: Caller | null) {
  const { id, ctx } = owner?.person ?? (await person('RESPONDER', 'Tom'));
  if (ctx.actor.role === 'USER') return null;
  days += 1;
  const [from, until] = [days, days + 0.5].map((day) =>
    new Date(Date.now() + day * 86_400_000).toISOString(),
  );
  const { ref } = await incident(null);
  const asked = { resourceId: id, ref, aspect: 'RECOVERY' as const, from, until };
  const made = await requestAllocation((await lead()).ctx, asked);
  return {
    allocationId: made.id,
    version: made.version,
    later: new Date(Date.now() + (days + 0.8) * 86_400_000).toISOString(),
  };
}

export async function acceptedAllocation(owner: Caller | null) {
  const made = await allocation(owner);
  if (made) await acceptAllocation(cli, { allocationId: made.allocationId });
  return made && { ...made, version: made.version + 1 };
}
