import { createEndpoint } from '@/lib/automation/commands/create';
import { db } from '@/lib/database/db';
import { type PlanContentInput, type PlanStepInput, planContentSchema } from '@/lib/plans/rules/content';
import type { PlanKind } from '@/lib/plans/schema';
import { canonicalJson, sha256 } from '@/lib/platform/audit/canonical-json';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { createService } from '@/lib/services/commands/create';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';
import { addCase } from '@/lib/suites/commands/add-case';
import { createSuite } from '@/lib/suites/commands/create';
import { recordBaseline } from '@/lib/suites/commands/record-baseline';
import { jsonHandler, startTarget, type Target } from '@/lib/suites/testing/target';
import type { Prisma } from '@/prisma/generated/client';
import { AutomationServer } from './automation-server';

type Kind = PlanStepInput['kind'];
type StepOf<K extends Kind> = Omit<Extract<PlanStepInput, { kind: K }>, 'id' | 'kind' | 'name'>;

/** A step with a name of its own kind and a new id. */
export function step<K extends Kind>(kind: K, given: StepOf<K>, name: string = kind): PlanStepInput {
  return { id: newId(), kind, name, ...given } as unknown as PlanStepInput;
}

export interface Ground {
  serviceId: string;
  /** What users reach; its pages may be changed while a test goes on. */
  front: Target & { pages: Record<string, unknown> };
  automation: AutomationServer;
  endpoints: { live: string; drill: string };
  suiteId: string;
  /** A last verification that is green while the front is healthy. */
  verification: () => PlanStepInput;
  automated: (action: string, given?: Partial<StepOf<'AUTOMATED'>>) => PlanStepInput;
  stop: () => Promise<void>;
}

async function allowLoopback(): Promise<void> {
  const { version, settings } = await settingsInForce();
  if (settings.outgoing.allow.includes('127.0.0.0/8')) return;
  const outgoing = { allow: ['127.0.0.0/8'] };
  await changeSettings(cliContext(), { version, reason: 'Servers of this test', outgoing });
}

async function endpoint(automation: AutomationServer, mode: 'LIVE' | 'DRILL', name: string) {
  const path = `/${name}/${mode.toLowerCase()}`;
  const url = automation.url(path);
  const made = await createEndpoint(cliContext(), { name: `${name} ${mode}`, url, mode, timeoutSeconds: 5 });
  automation.secrets.set(path, made.secret ?? '');
  return made.id;
}

/**
 * A service with a healthy front, a suite with its baseline, and an automation with an endpoint for each mode.
 * @param frontMs how long the front takes for each answer
 */
export async function startGround(slug: string, frontMs = 0): Promise<Ground> {
  await allowLoopback();
  const pages: Record<string, unknown> = {
    '/items': { items: ['tea', 'salt'] },
    '/health': { status: 'ok' },
  };
  const front = await startTarget((request, response) => {
    setTimeout(() => jsonHandler(pages)(request, response), frontMs);
  });
  const automation = await new AutomationServer().start();
  const { id: serviceId } = await createService(cliContext(), { name: `Service ${slug}`, slug });
  const { id: suiteId } = await createSuite(cliContext(), { serviceId, name: 'What customers do' });
  await addCase(cliContext(), { suiteId, name: 'The items', request: { kind: 'HTTP', path: '/items' } });
  await recordBaseline(cliContext(), { suiteId, address: front.url });
  const endpoints = {
    live: await endpoint(automation, 'LIVE', slug),
    drill: await endpoint(automation, 'DRILL', slug),
  };
  return {
    serviceId,
    front: { ...front, pages },
    automation,
    endpoints,
    suiteId,
    verification: () => step('VERIFICATION', { suiteId, address: front.url, timeoutSeconds: 30 }),
    automated: (action, given = {}) => step('AUTOMATED', { endpoints, action, ...given }, action),
    stop: async () => {
      await front.stop();
      await automation.stop();
    },
  };
}

/** A published plan of these steps, one phase each list. @returns its id */
export async function planOf(
  serviceId: string,
  phases: PlanStepInput[][],
  given: Partial<PlanContentInput> & { kind?: PlanKind } = {},
): Promise<string> {
  const { kind = 'FAILOVER', ...rest } = given;
  const content = planContentSchema.parse({
    ...rest,
    phases: phases.map((steps, index) => ({
      id: newId(),
      name: `Phase ${index + 1}`,
      publicName: `For users ${index + 1}`,
      steps,
    })),
  });
  const id = newId();
  await db().plan.create({ data: { id, serviceId, kind, name: `Plan ${id}` } });
  await publishVersion(id, 1, content);
  return id;
}

/** Publishes content as the next version of a plan, past the rules of publishing. */
export async function publishVersion(
  planId: string,
  number: number,
  content: PlanContentInput,
): Promise<void> {
  const parsed = planContentSchema.parse(content);
  const checksum = sha256(canonicalJson(parsed));
  const json = parsed as unknown as Prisma.InputJsonValue;
  await db().planVersion.create({ data: { id: newId(), planId, number, content: json, checksum } });
  await db().plan.update({ where: { id: planId }, data: { published: number } });
}
