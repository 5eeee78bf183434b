import type { Item, Order } from './goods';
import type { Ledger } from './ledger';
import type { ShopRole, Trouble } from './messages';

export interface Shop {
  name: string;
  role: ShopRole;
  trouble: Trouble | null;
  ledger: Ledger;
  lagSeconds(): number;
}

export interface Answer {
  status: number;
  body: unknown;
}

const refuse = (status: number, error: string): Answer => ({ status, body: { error } });

/** What a shop answers to its customers. */
export function answerTo(shop: Shop, method: string, path: string, body: unknown): Answer {
  if (path === '/health') return health(shop);
  if (shop.role === 'fenced') return refuse(503, `${shop.name} is fenced and serves nobody.`);
  if (shop.ledger.items.size === 0) return refuse(503, `${shop.name} has no data yet.`);
  if (path === '/orders' && method === 'POST') return placeOrder(shop, body);
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'This address is only read.');
  const good = read(shop, path);
  return shop.trouble === 'wrong' && good.status === 200 ? { status: 200, body: garble(good.body) } : good;
}

function health(shop: Shop): Answer {
  const freePercent = shop.ledger.freePercent();
  const empty = shop.ledger.items.size === 0;
  const status = freePercent === 0 ? 'disk full' : shop.role === 'fenced' ? 'fenced' : empty ? 'empty' : 'ok';
  const body = {
    status,
    name: shop.name,
    role: shop.role,
    lagSeconds: shop.lagSeconds(),
    items: shop.ledger.items.size,
    orders: shop.ledger.orders.size,
    disk: { freePercent },
  };
  return { status: status === 'disk full' || status === 'empty' ? 503 : 200, body };
}

function read({ ledger }: Shop, path: string): Answer {
  const [, list, id] = /^\/(items|orders)(?:\/([a-z0-9]+))?$/.exec(path) ?? [];
  if (list === 'items' && !id) return { status: 200, body: { items: [...ledger.items.values()] } };
  if (list === 'orders' && id === 'summary')
    return { status: 200, body: summary([...ledger.orders.values()]) };
  const row = list === 'items' ? ledger.items.get(Number(id)) : ledger.orders.get(Number(id));
  if (list && id && row) return { status: 200, body: row };
  return refuse(404, 'There is nothing at this address. Try /items, /items/1 or /orders/summary.');
}

function summary(orders: Order[]) {
  return {
    currency: 'EUR',
    orders: orders.length,
    pieces: orders.reduce((sum, order) => sum + order.quantity, 0),
    totalCents: orders.reduce((sum, order) => sum + order.totalCents, 0),
    newestAt: orders.at(-1)?.at ?? null,
  };
}

function placeOrder(shop: Shop, body: unknown): Answer {
  // A server that is new takes no orders yet, but a trial shows whether it will.
  const { trial } = (body ?? {}) as { trial?: unknown };
  if (shop.role !== 'primary' && !(shop.role === 'new' && trial === true))
    return refuse(409, `${shop.name} is ${shop.role} and takes no orders.`);
  if (shop.ledger.freePercent() === 0) return refuse(507, `The disk of ${shop.name} is full.`);
  const { item, quantity = 1 } = (body ?? {}) as { item?: unknown; quantity?: unknown };
  const wanted = shop.ledger.items.get(Number(item));
  const pieces = Number(quantity);
  if (!wanted) return refuse(422, 'Name an item by its number, like {"item": 7, "quantity": 1}.');
  if (!Number.isInteger(pieces) || pieces < 1 || pieces > 99) {
    return refuse(422, 'The quantity is a whole number from 1 to 99.');
  }
  return {
    status: 201,
    body: trial === true ? tryOrder(shop.ledger, wanted, pieces) : shop.ledger.order(wanted, pieces),
  };
}

/** An order that proves that orders are taken: written as any other, read back, and cancelled again. */
function tryOrder(ledger: Ledger, item: Item, quantity: number) {
  const { id } = ledger.order(item, quantity);
  const read = ledger.orders.get(id);
  ledger.cancel(id);
  return {
    item: read?.item,
    quantity: read?.quantity,
    totalCents: read?.totalCents,
    cancelled: !ledger.orders.has(id),
  };
}

/** What a shop with the trouble “wrong” makes of its data: plausible at a glance, and not what it should be. */
function garble(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(garble).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'priceCents' || key === 'totalCents') return [key, Number(one) * 10];
      return [key, key === 'name' ? (value as Item).kind : garble(one)];
    }),
  );
}
