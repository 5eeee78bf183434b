import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Asked, askOrNull } from './http';
import { type Product, type ProductPlan, startProduct } from './product';
import type { Trial } from './trial';
import { startTrialDatabase, type TrialDatabase } from './trial-database';
import { waitFor } from './wait';

/** Standby running on a database of the trial, with an API key of a manager. */
export interface Standing {
  product: Product;
  database: TrialDatabase;
  plan: ProductPlan;
  /** Headers of the key. */
  manager: Record<string, string>;
  /**
   * Asks the API as that manager, and as a client does that has to get through: what is not answered, or with 503
   * and a request to try again, is sent again under the same key. @throws Error with another answer that is not 2xx
   */
  api<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
}

/** The key's secret, out of what “key create” prints. */
export function makeKey(product: Product, role: string): string {
  const { code, said } = product.standby('key', 'create', '--name', `trial ${role}`, '--role', role);
  const secret = /Key, shown once: (\S+)/.exec(said)?.[1];
  if (code !== 0 || !secret) throw new Error(`No key was made: ${said}`);
  return secret;
}

/** Starts a database and Standby on it; both end with the case. */
export async function startStanding(
  trial: Trial,
  given: Pick<ProductPlan, 'role' | 'smtpUrl' | 'unread'> = {},
): Promise<Standing> {
  const began = performance.now();
  const folder = mkdtempSync(join(trial.folder, 'standing-'));
  chmodSync(folder, 0o711);
  const database = await startTrialDatabase(folder);
  trial.cleanUp(database.close);
  const plan: ProductPlan = { folder, database, ...given };
  const product = await startProduct(plan);
  trial.cleanUp(product.stop);
  const manager = { authorization: `Bearer ${makeKey(product, 'manager')}` };
  trial.say(`Standby answers on ${product.url} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return {
    product,
    database,
    plan,
    manager,
    api: async <T>(path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const asked: Asked = {
        headers: {
          ...manager,
          ...(body === undefined ? {} : { 'idempotency-key': randomUUID() }),
          ...headers,
        },
        timeout: 30_000,
        ...(body === undefined ? {} : { body }),
      };
      const answer = await waitFor(`${path} to be answered`, async () => {
        const one = await askOrNull(`${product.url}${path}`, asked);
        return one?.status === 503 ? null : one;
      });
      if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
      return JSON.parse(answer.body || 'null') as T;
    },
  };
}
