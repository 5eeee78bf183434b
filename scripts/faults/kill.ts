import { askOrNull } from '@/scripts/trial/http';
import type { Part, Product } from '@/scripts/trial/product';
import { waitFor } from '@/scripts/trial/wait';

/** Waits until the part runs, and the web server also answers, then ends it without a goodbye. */
export async function killPart(product: Product, part: Part): Promise<void> {
  const pid = await runningPart(product, part);
  process.kill(pid, 'SIGKILL');
}

/** @returns the process id; the supervisor waits up to 15 s before it starts one that fell often */
export async function runningPart(product: Product, part: Part): Promise<number> {
  return await waitFor(
    `the ${part} process to run`,
    async () => {
      const pid = product.pidOf(part);
      if (pid === null || part === 'worker') return pid;
      return (await askOrNull(product.url, { timeout: 2_000 }))?.status === 200 ? pid : null;
    },
    60_000,
    20,
  );
}
