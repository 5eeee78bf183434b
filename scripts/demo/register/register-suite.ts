import { db } from '@/lib/database/db';
import { addCase } from '@/lib/suites/commands/add-case';
import { createSuite } from '@/lib/suites/commands/create';
import { recordBaseline } from '@/lib/suites/commands/record-baseline';
import { actingAs } from './acting';
import type { FleetAddresses } from './addresses';
import { shopSuite } from './shop-suite';

/** The shop's verification suite; its baseline is recorded from the shop as users reach it, while it is well. */
export async function registerSuite(serviceId: string, { live }: FleetAddresses): Promise<string> {
  const { name, description, cases } = shopSuite;
  const found = await db().suite.findUnique({
    where: { serviceId_name: { serviceId, name } },
    select: { id: true, _count: { select: { baselines: true, cases: true } } },
  });
  const ctx = await actingAs('mei');
  const suiteId = found?.id ?? (await createSuite(ctx, { serviceId, name, description })).id;
  if (!found?._count.cases) for (const one of cases) await addCase(ctx, { suiteId, ...one });
  if (!found?._count.baselines) await recordBaseline(ctx, { suiteId, address: live.front });
  return suiteId;
}
