export interface Item {
  id: number;
  name: string;
  kind: string;
  priceCents: number;
  stock: number;
}

export interface Order {
  id: number;
  item: number;
  quantity: number;
  totalCents: number;
  at: string;
}

const makes = ['Oak', 'Ash', 'Brass', 'Linen', 'Slate', 'Wool', 'Clay', 'Copper', 'Birch', 'Cork'];
const kinds = ['Lamp', 'Stool', 'Kettle', 'Blanket', 'Bowl', 'Shelf', 'Clock', 'Basket', 'Mirror', 'Tray'];

/** The 200 goods that every shop of the demo begins with; the same wherever it begins. */
export function firstGoods(): Item[] {
  return Array.from({ length: 200 }, (_, index) => {
    const make = makes[index % makes.length] ?? '';
    const kind = kinds[Math.floor(index / makes.length) % kinds.length] ?? '';
    const size = index < 100 ? 'small' : 'large';
    return {
      id: index + 1,
      name: `${make} ${kind.toLowerCase()}, ${size}`,
      kind,
      priceCents: 900 + ((index * 2_647) % 18_100),
      stock: 3 + ((index * 37) % 90),
    };
  });
}

/** The orders of the first days, so that a summary has something to sum up. */
export function firstOrders(items: readonly Item[]): Order[] {
  const began = Date.parse('2026-11-02T08:00:00Z');
  return Array.from({ length: 60 }, (_, index) => {
    const item = items[(index * 13) % items.length];
    const quantity = 1 + (index % 3);
    return {
      id: index + 1,
      item: item?.id ?? 1,
      quantity,
      totalCents: (item?.priceCents ?? 0) * quantity,
      at: new Date(began + index * 47 * 60_000).toISOString(),
    };
  });
}
