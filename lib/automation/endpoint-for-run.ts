import { samePlace } from '@/lib/automation/rules/address';
import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { isolated } from '@/lib/platform/rules/isolate';
import type { EndpointMode } from './schema';

/** What a plan's step names: one endpoint for live runs, another for drills. */
export interface StepEndpoints {
  live: string | null;
  drill: string | null;
}

const words: Record<EndpointMode, string> = { LIVE: 'live runs', DRILL: 'drills' };

function refuse(message: string): AppError {
  return new AppError('precondition', message);
}

/**
 * The endpoint that a step of a run calls. Asked when the run starts, and again right before each call, as an admin
 * may have changed it in between.
 * @param named how the step is called in a refusal, e.g. `Step 2.1, Promote the secondary`
 * @throws AppError `precondition` when there is none for this mode, or when a drill would reach a live endpoint
 */
export async function endpointForRun(tx: Tx, endpoints: StepEndpoints, mode: EndpointMode, named: string) {
  const id = mode === 'LIVE' ? endpoints.live : endpoints.drill;
  if (!id) throw refuse(`${named} has no automation for ${words[mode]}. Add one to the plan and publish it.`);
  if (endpoints.live === endpoints.drill) {
    throw refuse(
      `${named} names the same automation for live runs and drills. A drill needs one of its own.`,
    );
  }
  const endpoint = await tx.automationEndpoint.findUnique({ where: { id } });
  if (!endpoint || endpoint.archivedAt) {
    throw refuse(`${named} names an automation that is not in use any more. Choose another in the plan.`);
  }
  if (endpoint.mode !== mode) {
    throw refuse(
      `${named} names ${endpoint.name} for ${words[mode]}, but that one is for ${words[endpoint.mode]}.`,
    );
  }
  const others = await tx.automationEndpoint.findMany({
    where: { mode: mode === 'LIVE' ? 'DRILL' : 'LIVE', archivedAt: null },
    select: { name: true, url: true },
  });
  const same = others.find((other) => samePlace(other.url, endpoint.url));
  if (same) {
    throw refuse(
      `${named} would reach ${isolated(same.name)} too: live runs and drills have the same address there.`,
    );
  }
  return endpoint;
}
