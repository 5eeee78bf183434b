import type { Ledger } from './ledger';

const everyMs = 1_000;
const patienceMs = 2_000;

/**
 * Copies another shop line by line, once a second. While the other one refuses connections nothing more can happen
 * there, so the lag stays what it was at the last contact; while it only does not answer, the lag grows.
 */
export class Copying {
  #timer: NodeJS.Timeout | undefined;
  #from: string | null = null;
  #inStepAt = 0;
  #lostAt: number | null = null;
  #running: Promise<void> | null = null;

  constructor(private readonly ledger: Ledger) {}

  /** @param afresh throw away the own data, which may differ from the other's */
  async follow(address: string | null, afresh: boolean): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
    this.#from = address;
    this.#lostAt = null;
    if (!address) return;
    if (afresh) this.ledger.replace([]);
    this.#inStepAt = Date.now();
    await this.look();
    this.#timer = setInterval(() => void this.look(), everyMs);
  }

  /** Seconds of work that this copy may lack; 0 for a shop that copies nobody. */
  lagSeconds(): number {
    if (!this.#from) return 0;
    const lag = ((this.#lostAt ?? Date.now()) - this.#inStepAt) / 1000;
    return Math.round(lag * 10) / 10;
  }

  /** One look for what is new; two at the same time are one. */
  look(): Promise<void> {
    this.#running ??= this.#take().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #take(): Promise<void> {
    const from = this.#from;
    if (!from) return;
    const began = Date.now();
    try {
      const answer = await fetch(`${from}/replication?after=${this.ledger.length}`, {
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!answer.ok) return;
      const text = await answer.text();
      this.ledger.append(text.split('\n').filter(Boolean));
      this.#inStepAt = began;
      this.#lostAt = null;
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
      if (code === 'ECONNREFUSED') this.#lostAt ??= began;
    }
  }
}
