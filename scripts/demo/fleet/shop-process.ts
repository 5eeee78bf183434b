import type { ChildProcess } from 'node:child_process';
import type { ShopAnswer, ShopOrder, ShopPlan } from '@/scripts/demo/fleet/shop/messages';
import { readyPart, spawnPart } from './spawn-part';

const answerWithinMs = 30_000;
const stopWithinMs = 2_000;

/**
 * Starts a shop as a process of its own and waits until it listens. It ends by itself when this process does, because
 * the channel between the two closes.
 */
export class ShopProcess {
  #next = 1;
  readonly #waiting = new Map<number, (answer: ShopAnswer) => void>();
  readonly ended: Promise<void>;

  private constructor(
    readonly plan: ShopPlan,
    private readonly child: ChildProcess,
  ) {
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
    child.on('message', (message: Partial<ShopAnswer>) => {
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message as ShopAnswer);
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static async start(plan: ShopPlan): Promise<ShopProcess> {
    const child = spawnPart('shop', plan);
    const shop = new ShopProcess(plan, child);
    await readyPart(child, plan.name);
    return shop;
  }

  /** @throws with the shop's own sentence when it could not do it */
  async ask(order: ShopOrder): Promise<string> {
    const id = this.#next++;
    const answer = await new Promise<ShopAnswer>((resolve) => {
      const gone = (sentence: string) => resolve({ id, ok: false, sentence });
      const timer = setTimeout(() => gone(`${this.plan.name} did not answer in time.`), answerWithinMs);
      void this.ended.then(() => gone(`${this.plan.name} has ended.`));
      this.#waiting.set(id, resolve);
      this.child.send({ id, order }, (error) => error && gone(`${this.plan.name} cannot be reached.`));
      timer.unref();
    });
    this.#waiting.delete(id);
    if (!answer.ok) throw new Error(answer.sentence);
    return answer.sentence;
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const limit = setTimeout(() => this.child.kill('SIGKILL'), stopWithinMs);
    await this.ended;
    clearTimeout(limit);
  }
}
