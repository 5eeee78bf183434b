import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody, sendJson } from '@/scripts/demo/fleet/plain-http';
import { answerTo, type Shop } from './answers';
import { Copying } from './copying';
import { Ledger } from './ledger';
import type { ShopAnswer, ShopPlan, ShopRequest } from './messages';
import { obey, setTrouble } from './orders-from-keeper';

/** How long a shop with the trouble “slow” thinks. Milliseconds. */
const slownessMs = 4_000;

/** One shop: a process of its own with a data file of its own. */
export async function runShop(plan: ShopPlan): Promise<void> {
  const ledger = new Ledger(plan.folder);
  if (plan.seed && ledger.length === 0) ledger.seed();
  const copying = new Copying(ledger);
  const lagSeconds = () => copying.lagSeconds();
  const shop: Shop = { name: plan.name, role: plan.role, trouble: plan.trouble, ledger, lagSeconds };
  setTrouble(shop, plan.trouble);
  const server = createServer((request, response) => {
    void serve(shop, request, response).catch(() => response.destroy());
  });
  process.on('message', ({ id, order }: ShopRequest) => {
    const answer = (ok: boolean, sentence: string) =>
      process.send?.({ id, ok, sentence } satisfies ShopAnswer);
    obey(shop, copying, order).then(
      (sentence) => answer(true, sentence),
      (error: Error) => answer(false, error.message),
    );
  });
  server.on('error', (error) => {
    process.stderr.write(`${plan.name}: ${error.message}\n`);
    process.exit(1);
  });
  server.listen(plan.port, '127.0.0.1', () => {
    void copying.follow(plan.follows, false);
    process.send?.({ ready: true });
  });
}

async function serve(shop: Shop, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
  if (pathname === '/replication') {
    // What was copied once is not copied again; a shop that was loaded with other data is copied from the start.
    const lines = shop.ledger.after(Number(searchParams.get('after') ?? 0));
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.end(lines.map((line) => `${line}\n`).join(''));
    return;
  }
  const body = request.method === 'POST' ? await readBody(request) : undefined;
  if (shop.trouble === 'slow') await new Promise((done) => setTimeout(done, slownessMs));
  const answer = answerTo(shop, request.method ?? 'GET', pathname, body);
  sendJson(response, answer.status, answer.body);
}
