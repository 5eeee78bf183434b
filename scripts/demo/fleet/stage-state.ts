import { join } from 'node:path';
import { z } from 'zod';
import { keep, read, type ShopName, type StageName, shopNames } from './fleet-file';

const shopStateSchema = z.object({
  /** Whether its process is to run; a shop that was broken by `down` or never started does not. */
  runs: z.boolean(),
  role: z.enum(['primary', 'secondary', 'fenced', 'new']),
  follows: z.enum(shopNames).nullable(),
  trouble: z.enum(['slow', 'wrong', 'disk']).nullable(),
  /** Killed by `demo break --how down`; told apart from a shop that is not there on purpose. */
  broken: z.boolean(),
});
export type ShopState = z.infer<typeof shopStateSchema>;

const stageStateSchema = z.object({
  /** The shop that the front address leads to. */
  serving: z.enum(shopNames),
  shops: z.record(z.enum(shopNames), shopStateSchema),
  /** The run that the stage was last made ready for; of a rehearsal only. */
  run: z.string().nullable(),
});
export type StageState = z.infer<typeof stageStateSchema>;

const shop = (runs: boolean, role: ShopState['role'], follows: ShopName | null = null): ShopState => ({
  runs,
  role,
  follows,
  trouble: null,
  broken: false,
});

/** How a stage begins: the first shop serves, the second copies it, the third is not there. */
export function firstState(run: string | null = null): StageState {
  const shops = {
    'shop-1': shop(true, 'primary'),
    'shop-2': shop(true, 'secondary', 'shop-1'),
    'shop-3': shop(false, 'new'),
  };
  return { serving: 'shop-1', shops, run };
}

/** As a failover leaves it, from which the way back begins. */
export function failedOverState(run: string): StageState {
  const shops = {
    'shop-1': shop(true, 'fenced'),
    'shop-2': shop(true, 'primary'),
    'shop-3': shop(false, 'new'),
  };
  return { serving: 'shop-2', shops, run };
}

export function readState(folder: string, stage: StageName): StageState {
  return read(join(folder, `${stage}.json`), stageStateSchema) ?? firstState();
}

export function keepState(folder: string, stage: StageName, state: StageState): void {
  keep(folder, `${stage}.json`, state);
}
