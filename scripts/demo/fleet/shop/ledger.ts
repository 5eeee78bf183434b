import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { firstGoods, firstOrders, type Item, type Order } from './goods';

/** One line of a shop's data file: `n` counts the lines, so that a copy knows what it lacks. */
type Entry = { n: number; at: string } & ({ item: Item } | { order: Order } | { cancelled: number });

/** Bytes that a shop's disk holds. */
const diskBytes = 64 * 1024 * 1024;

/** A shop's data: a file with one line per fact, only ever added to, and what it amounts to in memory. */
export class Ledger {
  readonly #file: string;
  #lines: string[] = [];
  readonly items = new Map<number, Item>();
  readonly orders = new Map<number, Order>();

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, 'data.ndjson');
    if (!existsSync(this.#file)) return;
    const text = readFileSync(this.#file, 'utf8');
    this.#take(text.split('\n'));
    // What comes next must not be added to a line that a crash cut off.
    if (text !== this.#lines.map((line) => `${line}\n`).join('')) this.replace([...this.#lines]);
  }

  get length(): number {
    return this.#lines.length;
  }

  seed(): void {
    const items = firstGoods();
    const at = new Date().toISOString();
    const facts = [...items.map((item) => ({ item })), ...firstOrders(items).map((order) => ({ order }))];
    this.replace(facts.map((fact, index) => JSON.stringify({ n: index + 1, at, ...fact })));
  }

  append(lines: string[]): void {
    if (lines.length === 0) return;
    appendFileSync(this.#file, `${lines.join('\n')}\n`, { mode: 0o600 });
    this.#take(lines);
  }

  /** Puts other data in the place of its own, whole or not at all. */
  replace(lines: string[]): void {
    const made = `${this.#file}.new`;
    writeFileSync(made, lines.length > 0 ? `${lines.join('\n')}\n` : '', { mode: 0o600, flush: true });
    renameSync(made, this.#file);
    this.#lines = [];
    this.items.clear();
    this.orders.clear();
    this.#take(lines);
  }

  after(n: number): string[] {
    return this.#lines.slice(n);
  }

  order(item: Item, quantity: number): Order {
    const at = new Date().toISOString();
    const id = Math.max(0, ...this.orders.keys()) + 1;
    const order = { id, item: item.id, quantity, totalCents: item.priceCents * quantity, at };
    this.append([JSON.stringify({ n: this.length + 1, at, order })]);
    return order;
  }

  cancel(id: number): void {
    const at = new Date().toISOString();
    this.append([JSON.stringify({ n: this.length + 1, at, cancelled: id })]);
  }

  /** Whole percent of the disk that is free, by what the files in the folder take. */
  freePercent(): number {
    const used = readdirSync(this.folder).reduce((sum, name) => sum + size(join(this.folder, name)), 0);
    return Math.max(0, Math.floor(100 - (used * 100) / diskBytes));
  }

  /** A file that takes all the room there is; `mend` takes it away again. */
  static readonly ballast = { name: 'ballast', bytes: diskBytes };

  #take(lines: string[]): void {
    for (const line of lines) {
      const entry = read(line);
      if (!entry || entry.n !== this.#lines.length + 1) continue;
      this.#lines.push(line);
      if ('item' in entry) this.items.set(entry.item.id, entry.item);
      else if ('order' in entry) this.orders.set(entry.order.id, entry.order);
      else this.orders.delete(entry.cancelled);
    }
  }
}

function read(line: string): Entry | null {
  try {
    return line ? (JSON.parse(line) as Entry) : null;
  } catch {
    return null;
  }
}

function size(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
