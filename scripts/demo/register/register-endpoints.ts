import { createEndpoint } from '@/lib/automation/commands/create';
import { editEndpoint } from '@/lib/automation/commands/edit';
import { rotateEndpointSecret } from '@/lib/automation/commands/rotate-secret';
import { db } from '@/lib/database/db';
import { actingAs } from './acting';
import type { FleetAddresses } from './addresses';

/** The two addresses of the fleet's automation, with the names that plans show. */
const names = { live: 'Shop automation', drill: 'Shop automation, for drills' } as const;
const modes = { live: 'LIVE', drill: 'DRILL' } as const;
type Side = keyof typeof names;

export interface EndpointSecrets {
  live: string;
  drill: string;
}

interface Registered {
  id: string;
  /** Only of one that was made or got a new secret just now. */
  secret: string | null;
}

/** @param known whether the fleet still has the secrets; without them both get new ones */
export async function registerEndpoints(
  serviceId: string,
  { automation }: FleetAddresses,
  known: boolean,
): Promise<{ endpoints: Record<Side, string>; secrets: EndpointSecrets | null }> {
  const live = await registerOne('live', serviceId, automation.live, known);
  const drill = await registerOne('drill', serviceId, automation.drill, known);
  const endpoints = { live: live.id, drill: drill.id };
  if (!live.secret || !drill.secret) return { endpoints, secrets: null };
  return { endpoints, secrets: { live: live.secret, drill: drill.secret } };
}

async function registerOne(side: Side, serviceId: string, url: string, known: boolean): Promise<Registered> {
  const admin = await actingAs('hanna');
  const name = names[side];
  const found = await db().automationEndpoint.findFirst({
    where: { serviceId, name, mode: modes[side], archivedAt: null },
    select: { id: true, version: true, url: true },
  });
  if (!found)
    return await createEndpoint(admin, { name, url, mode: modes[side], serviceId, timeoutSeconds: 20 });
  const moved =
    found.url === url ? found : await editEndpoint(admin, { id: found.id, version: found.version, url });
  if (known) return { id: found.id, secret: null };
  return await rotateEndpointSecret(admin, { id: found.id, version: moved.version });
}
