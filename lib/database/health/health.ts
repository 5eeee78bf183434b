import { logger } from '@/lib/platform/process/log';
import { type DatabaseState, type Seen, stateAfter, type Trouble } from './trouble';

/** A connection or a pool that is to be replaced when open connections lead elsewhere than new ones. */
type Renew = () => void;

/** However many acts meet some trouble, nobody looks more often. In milliseconds. */
const lookRestMs = 1_000;

/** What this process knows of its database: the state, from what was seen, and looks at it until it is well again. */
export class DatabaseHealth {
  #state: DatabaseState = 'well';
  #since = Date.now();
  #generation = 0;
  #looking = false;
  #lookedAt = 0;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #renewals = new Set<Renew>();
  readonly #look: () => Promise<DatabaseState>;

  /** @param look opens a connection of its own and says what it finds */
  constructor(look: () => Promise<DatabaseState>) {
    this.#look = look;
  }

  get state(): DatabaseState {
    return this.#state;
  }

  /** Grows when connections are to be renewed: one that was opened under an earlier number has to go. */
  get generation(): number {
    return this.#generation;
  }

  /** An act met some trouble. */
  saw(trouble: Trouble): void {
    this.#take({ by: 'act', found: trouble });
  }

  /** @returns forgets it again */
  onRenew(renew: Renew): () => void {
    this.#renewals.add(renew);
    return () => void this.#renewals.delete(renew);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #take(seen: Seen): void {
    if (this.#stopped) return;
    const { state, renew, lookInMs } = stateAfter(this.#state, seen);
    if (state !== this.#state) this.#enter(state);
    if (renew) {
      this.#generation += 1;
      for (const one of this.#renewals) one();
    }
    if (lookInMs === null) clearTimeout(this.#timer);
    else if (lookInMs === 0) void this.#lookNow();
    else this.#lookLater(lookInMs);
  }

  #enter(state: DatabaseState): void {
    const seconds = Math.round((Date.now() - this.#since) / 1000);
    const facts = { state, before: this.#state, seconds };
    if (state === 'well') logger().info(facts, 'the database is well again');
    else logger().warn(facts, `the database is ${state}`);
    this.#since = Date.now();
    this.#state = state;
  }

  #lookLater(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#lookNow(), ms).unref();
  }

  async #lookNow(): Promise<void> {
    if (this.#looking) return;
    const rest = this.#lookedAt + lookRestMs - Date.now();
    if (rest > 0) return this.#lookLater(rest);
    clearTimeout(this.#timer);
    this.#looking = true;
    const found = await this.#look();
    this.#looking = false;
    this.#lookedAt = Date.now();
    this.#take({ by: 'look', found });
  }
}
