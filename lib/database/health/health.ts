import { logger } from '@/lib/platform/process/log';
import { patience } from '@/lib/platform/process/patience';
import { pause } from '@/lib/platform/process/pause';
import { type DatabaseState, type Seen, stateAfter, type Trouble } from './trouble';

/** A connection or a pool that is to be replaced when open connections lead elsewhere than new ones. */
type Renew = () => void;

/** What this process knows of its database: the state, from what was seen, and looks at it until it is well again. */
export class DatabaseHealth {
  #state: DatabaseState = 'well';
  #since = Date.now();
  #generation = 0;
  /** What acts met since the last look. */
  #doubts = new Set<DatabaseState>();
  /** The look that is under way or was last, and the one that has not begun. */
  #last: Promise<unknown> = Promise.resolve();
  #next: Promise<DatabaseState> | null = null;
  #lookedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #stopping = new AbortController();
  readonly #renewals = new Set<Renew>();
  readonly #lookAt: (doubts: ReadonlySet<DatabaseState>) => Promise<DatabaseState>;

  /** @param lookAt opens a connection of its own and says what it finds, also about what acts met */
  constructor(lookAt: (doubts: ReadonlySet<DatabaseState>) => Promise<DatabaseState>) {
    this.#lookAt = lookAt;
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
    this.#doubts.add(trouble);
    this.#take({ by: 'act', found: trouble });
  }

  /** Whether somebody who looks from now on finds any trouble too; else it was of that act alone. */
  async confirms(trouble: Trouble): Promise<boolean> {
    this.#doubts.add(trouble);
    return (await this.#look()) !== 'well';
  }

  /** @returns forgets it again */
  onRenew(renew: Renew): () => void {
    this.#renewals.add(renew);
    return () => void this.#renewals.delete(renew);
  }

  stop(): void {
    this.#stopping.abort();
    clearTimeout(this.#timer);
  }

  #take(seen: Seen): void {
    if (this.#stopping.signal.aborted) return;
    const { state, renew, lookInMs } = stateAfter(this.#state, seen);
    if (state !== this.#state) this.#enter(state);
    if (renew) {
      this.#generation += 1;
      for (const one of this.#renewals) one();
    }
    if (lookInMs === null) clearTimeout(this.#timer);
    else if (lookInMs === 0) void this.#look();
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
    const rest = Math.min(ms, patience().betweenLooksAtMost);
    this.#timer = setTimeout(() => void this.#look(), rest).unref();
  }

  /** What a look finds that has not begun yet; whoever asks meanwhile hears of the same one. */
  #look(): Promise<DatabaseState> {
    this.#next ??= this.#lookAfter(this.#last);
    return this.#next;
  }

  async #lookAfter(before: Promise<unknown>): Promise<DatabaseState> {
    await before;
    await pause(Math.max(0, this.#lookedAt + patience().betweenLooks - Date.now()), this.#stopping.signal);
    this.#last = this.#next ?? before;
    this.#next = null;
    // Nobody knows any more, and nothing is blamed for it.
    if (this.#stopping.signal.aborted) return 'away';
    const doubts = this.#doubts.add(this.#state);
    this.#doubts = new Set();
    const found = await this.#lookAt(doubts);
    this.#lookedAt = Date.now();
    this.#take({ by: 'look', found });
    return found;
  }
}
