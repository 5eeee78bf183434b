import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { ShopOrder, Trouble } from '@/scripts/demo/fleet/shop/messages';
import { type FleetPorts, loopback, type ShopName, type StageName, shopNames } from './fleet-file';
import { createFront } from './front';
import { listen } from './listen';
import { ShopProcess } from './shop-process';
import { keepState, readState, type ShopState, type StageState } from './stage-state';

const restartAfterMs = 300;

/** One set of shops behind one front address. What it should be is kept in a file, so that a restart finds it again. */
export class Stage {
  readonly #processes = new Map<ShopName, ShopProcess>();
  #state: StageState;
  #front: Server | undefined;
  #stopping = false;

  constructor(
    readonly name: StageName,
    private readonly folder: string,
    readonly ports: FleetPorts[StageName],
  ) {
    this.#state = readState(folder, name);
  }

  get state(): StageState {
    return this.#state;
  }

  shop(name: ShopName): ShopState {
    return this.#state.shops[name];
  }

  address(name: ShopName): string {
    return loopback(this.ports[name]);
  }

  pid(name: ShopName): number | null {
    return this.#processes.get(name)?.pid ?? null;
  }

  async start(): Promise<void> {
    const serving = () => ({ name: this.#state.serving, port: this.ports[this.#state.serving] });
    this.#front ??= await listen(createFront(serving), this.ports.front);
    for (const name of shopNames) if (this.shop(name).runs) await this.run(name);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#front?.close();
    this.#front?.closeAllConnections();
    await Promise.all([...this.#processes.values()].map((one) => one.stop()));
  }

  /** Changes what the stage should be, and keeps it before anything is done about it. */
  change(next: Partial<StageState>): void {
    this.#state = { ...this.#state, ...next };
    keepState(this.folder, this.name, this.#state);
  }

  changeShop(name: ShopName, next: Partial<ShopState>): void {
    this.change({ shops: { ...this.#state.shops, [name]: { ...this.shop(name), ...next } } });
  }

  /** Starts the shop's process as its state says, unless it runs. */
  async run(name: ShopName): Promise<void> {
    if (this.#processes.has(name)) return;
    const { role, follows, trouble } = this.shop(name);
    const started = await ShopProcess.start({
      name,
      port: this.ports[name],
      folder: this.dataOf(name),
      role,
      follows: follows ? this.address(follows) : null,
      trouble,
      seed: role === 'primary',
    });
    this.#processes.set(name, started);
    void started.ended.then(() => this.#ended(name, started));
  }

  async ask(name: ShopName, order: ShopOrder): Promise<string> {
    const found = this.#processes.get(name);
    if (!found) throw new Error(`${name} does not run.`);
    return await found.ask(order);
  }

  async end(name: ShopName, how: 'stop' | 'kill'): Promise<void> {
    const found = this.#processes.get(name);
    this.#processes.delete(name);
    await found?.[how]();
  }

  async setTrouble(name: ShopName, trouble: Trouble | null): Promise<void> {
    this.changeShop(name, { trouble });
    if (this.#processes.has(name)) await this.ask(name, { kind: 'trouble', trouble });
  }

  /** Throws away a shop's data; its process has to be ended before. */
  wipe(name: ShopName): void {
    rmSync(this.dataOf(name), { recursive: true, force: true });
  }

  dataOf(name: ShopName): string {
    return join(this.folder, this.name, name);
  }

  /** A shop that ends unasked is started again, as any good service is. */
  #ended(name: ShopName, process: ShopProcess): void {
    if (this.#processes.get(name) !== process) return;
    this.#processes.delete(name);
    this.#again(name);
  }

  #again(name: ShopName): void {
    setTimeout(() => {
      if (this.#stopping || !this.shop(name).runs) return;
      this.run(name).catch(() => this.#again(name));
    }, restartAfterMs);
  }
}
