import { createHash } from 'node:crypto';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shop } from './answers';
import type { Copying } from './copying';
import { Ledger } from './ledger';
import type { ShopOrder, Trouble } from './messages';

/** Does what the keeper of the fleet asks for. @returns one sentence; throws one when it cannot be done */
export async function obey(shop: Shop, copying: Copying, order: ShopOrder): Promise<string> {
  switch (order.kind) {
    case 'become': {
      // What the other one took until this moment is fetched before it is left.
      if (order.role === 'primary') await copying.look();
      shop.role = order.role;
      await copying.follow(order.follows, order.afresh);
      return `${shop.name} is ${order.role} with ${shop.ledger.length} entries.`;
    }
    case 'trouble':
      setTrouble(shop, order.trouble);
      return order.trouble ? `${shop.name} is broken: ${order.trouble}.` : `${shop.name} is mended.`;
    case 'load':
      await copying.follow(null, false);
      return await load(shop, order.address, order.checksum);
  }
}

/** A full disk is a real file that takes all the room. */
export function setTrouble(shop: Shop, trouble: Trouble | null): void {
  shop.trouble = trouble;
  const file = join(shop.ledger.folder, Ledger.ballast.name);
  if (trouble !== 'disk') {
    rmSync(file, { force: true });
    return;
  }
  writeFileSync(file, '');
  truncateSync(file, Ledger.ballast.bytes);
}

async function load(shop: Shop, address: string, checksum: string): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`The store answered ${answer.status} for ${address}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const found = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (found !== checksum) {
    throw new Error(`The snapshot's checksum is ${found} and not ${checksum}. Nothing was loaded.`);
  }
  const lines = bytes.toString('utf8').split('\n').filter(Boolean);
  shop.ledger.replace(lines);
  if (shop.ledger.length !== lines.length) {
    throw new Error(`Only ${shop.ledger.length} of ${lines.length} entries could be read.`);
  }
  const { items, orders } = shop.ledger;
  return `${shop.name} has loaded ${items.size} items and ${orders.size} orders; the checksum is right.`;
}
