import { db } from '@/lib/database/db';
import { createPlan } from '@/lib/plans/commands/create';
import { publishPlan } from '@/lib/plans/commands/publish';
import { saveDraft } from '@/lib/plans/commands/save-draft';
import { publishedContent } from '@/lib/plans/queries/published';
import { variablesIn } from '@/lib/plans/rules/variables';
import { actingAs } from './acting';
import type { FleetAddresses } from './addresses';
import { type PlanNeeds, planVariables } from './plan-parts';
import { type ShopPlan, shopPlans } from './shop-plans';

/** The four plans of the shop, published. One that is there keeps everything but addresses that have changed. */
export async function registerPlans(
  serviceId: string,
  fleet: FleetAddresses,
  needs: PlanNeeds,
): Promise<void> {
  for (const plan of shopPlans(needs)) {
    const { kind, name } = plan;
    const found = await db().plan.findUnique({
      where: { serviceId_kind_name: { serviceId, kind, name } },
      select: { id: true, version: true, published: true, archivedAt: true, draft: true },
    });
    if (!found) await publishNew(serviceId, fleet, plan);
    else if (!found.published)
      await publishPlan(await actingAs('priya'), { id: found.id, version: found.version });
    else if (!found.archivedAt && found.draft === null) await bringUpToDate(found.id, found.version, fleet);
  }
}

async function publishNew(serviceId: string, fleet: FleetAddresses, plan: ShopPlan): Promise<void> {
  const { kind, name } = plan;
  const used = variablesIn(plan.content);
  const variables = planVariables(fleet).filter((variable) => used.includes(variable.name));
  const draft = { ...plan.content, variables };
  const made = await createPlan(await actingAs('mei'), {
    serviceId,
    kind,
    name,
    // A finished content is a draft, too; only its type is narrower.
    draft: draft as NonNullable<Parameters<typeof createPlan>[1]['draft']>,
  });
  await publishPlan(await actingAs('priya'), { ...made, summary: 'The first version' });
}

async function bringUpToDate(id: string, version: number, fleet: FleetAddresses): Promise<void> {
  const published = await publishedContent(db(), id);
  if (!published) return;
  const { content } = published;
  const fresh = new Map(planVariables(fleet).map((variable) => [variable.name, variable]));
  const variables = content.variables.map((variable) => fresh.get(variable.name) ?? variable);
  if (JSON.stringify(variables) === JSON.stringify(content.variables)) return;
  const manager = await actingAs('priya');
  const saved = await saveDraft(manager, { id, version, draft: { ...content, variables } });
  const summary = 'The servers of the demo listen on other ports now';
  await publishPlan(manager, { id, version: saved.version, summary });
}
