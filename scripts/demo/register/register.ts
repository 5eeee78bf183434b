import { db } from '@/lib/database/db';
import { createDataset } from '@/lib/datasets/commands/create';
import { createKey } from '@/lib/members/commands/create-key';
import { cliContext } from '@/lib/platform/context';
import { createResource } from '@/lib/resources/commands/create';
import { createService } from '@/lib/services/commands/create';
import { editService } from '@/lib/services/commands/edit';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';
import { actingAs } from './acting';
import { allowedTargets, type FleetAddresses } from './addresses';
import { type EndpointSecrets, registerEndpoints } from './register-endpoints';
import { registerMonitors } from './register-monitors';
import { registerPlans } from './register-plans';
import { registerSuite } from './register-suite';
import { shopService, shopSlug } from './shop-service';

/** What the fleet has to know to be believed by Standby; null where it knows already. */
export interface FleetRegistration {
  serviceId: string;
  datasetId: string;
  secrets: EndpointSecrets | null;
  /** The key of the snapshot store. */
  key: string | null;
}

/**
 * Tells Standby about the real servers of the demo by the commands that people use: service, allowed calls, dataset,
 * automation, verification suite with its baseline, the four plans, what can be booked. Called at every start: what is
 * there already stays, and only addresses that have changed are brought up to date.
 * @param known whether the fleet still has its secrets; without them it gets new ones
 */
export async function registerFleet(fleet: FleetAddresses, known: boolean): Promise<FleetRegistration> {
  await allowCalls(fleet);
  const serviceId = await registerService(fleet);
  const datasetId = await registerDataset(serviceId, fleet);
  const { endpoints, secrets } = await registerEndpoints(serviceId, fleet, known);
  const suiteId = await registerSuite(serviceId, fleet);
  await registerPlans(serviceId, fleet, { endpoints, suiteId, datasetId });
  await registerMonitors(serviceId, fleet);
  await registerResources();
  const admin = await actingAs('hanna');
  const key = known ? null : (await createKey(admin, { name: 'Snapshot store', role: 'DEVELOPER' })).secret;
  return { serviceId, datasetId, secrets, key };
}

async function allowCalls(fleet: FleetAddresses): Promise<void> {
  const { version, settings } = await settingsInForce();
  const { allow } = settings.outgoing;
  const missing = allowedTargets(fleet).filter((target) => !allow.includes(target));
  if (missing.length === 0) return;
  const reason = 'The real servers of the demo, on this machine';
  await changeSettings(await actingAs('hanna'), {
    version,
    reason,
    outgoing: { allow: [...allow, ...missing] },
  });
}

async function registerService(fleet: FleetAddresses): Promise<string> {
  const { memberId } = await actingAs('ana');
  const input = shopService(fleet, memberId);
  const found = await db().service.findUnique({
    where: { slug: shopSlug },
    select: {
      id: true,
      version: true,
      publicAddress: true,
      servers: { select: { server: { select: { name: true, address: true } } } },
    },
  });
  if (!found) return (await createService(cliContext(), input)).id;
  const { id, version, publicAddress, servers } = found;
  const listed = new Map(servers.map(({ server }) => [server.name, server.address]));
  const moved = input.servers?.some(({ name, address }) => listed.has(name) && listed.get(name) !== address);
  if (moved || publicAddress !== input.publicAddress)
    await editService(cliContext(), { ...input, id, version });
  return id;
}

async function registerDataset(serviceId: string, { store }: FleetAddresses): Promise<string> {
  const name = 'shop-data';
  const found = await db().dataset.findUnique({ where: { serviceId_name: { serviceId, name } } });
  if (found) return found.id;
  const facts = { intervalMinutes: 5, rpoMinutes: 15, system: 'shop-1', location: `${store}/snapshots` };
  return (await createDataset(await actingAs('priya'), { serviceId, name, ...facts, keepDays: 1 })).id;
}

async function registerResources(): Promise<void> {
  const spare = 'Spare server';
  if (await db().resource.findFirst({ where: { name: spare } })) return;
  const shop = await db().server.findUnique({ where: { name: 'shop-1' }, select: { id: true } });
  const manager = await actingAs('priya');
  await createResource(manager, {
    kind: 'EQUIPMENT',
    name: spare,
    detail: 'Racked and cabled, nothing on it: shop-3 in the plans',
    site: 'Hill, rack 3',
    serverId: shop?.id ?? null,
  });
  await createResource(manager, {
    kind: 'VENDOR',
    name: 'Hosting vendor',
    detail: 'Machines and racks, 01632 960 355',
    capacity: 2,
  });
}
