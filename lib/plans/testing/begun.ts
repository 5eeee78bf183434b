import { db } from '@/lib/database/db';
import { createPlan } from '@/lib/plans/commands/create';
import { publishPlan } from '@/lib/plans/commands/publish';
import { planContentSchema } from '@/lib/plans/rules/content';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { insertRow } from '@/lib/platform/testing/rows';
import { failoverContent } from './failover';

const ctx = cliContext();

/** A service with what the plan refers to, and the content of a plan that lint lets through. */
export async function ground() {
  const serviceId = String((await insertRow('service', { rto_minutes: 60 })).id);
  const endpoint = async (mode: string) =>
    String((await insertRow('automation_endpoint', { service_id: serviceId, mode, name: mode })).id);
  const suiteId = newId();
  await db().suite.create({ data: { id: suiteId, serviceId, name: 'Shop' } });
  const parts = { live: await endpoint('LIVE'), drill: await endpoint('DRILL'), suiteId };
  return { serviceId, content: planContentSchema.parse(failoverContent(parts)) };
}

export async function begun() {
  const { serviceId, content } = await ground();
  const name = 'Switch to the secondary';
  const plan = await createPlan(ctx, { serviceId, kind: 'FAILOVER', name, draft: content });
  return { serviceId, content, id: plan.id };
}

/** Version 1 of it. */
export async function published() {
  const plan = await begun();
  const first = await publishPlan(ctx, { id: plan.id, version: 1 });
  return { ...plan, versionId: first.versionId };
}
