import type { DraftReview } from '@/lib/plans/queries/views';
import type { PlanDraft } from '@/lib/plans/rules/draft';

export interface SavedDraft extends DraftReview {
  version: number;
  savedAt: string;
  differs: boolean;
}

/** A refusal as the keeper tells them apart: by HTTP status, 0 when Standby was not reached. */
export interface SaveRefusal {
  status: number;
  message: string;
}

type SavePhase = 'SAVED' | 'WAITING' | 'SAVING' | 'AWAY' | 'REFUSED' | 'CONFLICT';

export interface DraftState extends DraftReview {
  draft: PlanDraft;
  /** Of the plan's row, as it was read or saved last. */
  version: number;
  /** Null when nothing differs from the published version. */
  savedAt: string | null;
  phase: SavePhase;
  /** Why it is not saved. */
  sentence: string | null;
  /** Counts the states that came from outside, so that fields with text of their own begin anew. */
  generation: number;
}

export interface DraftPorts {
  save(version: number, draft: PlanDraft): Promise<SavedDraft>;
  refusalOf(error: unknown): SaveRefusal;
  /** Keeps what is not saved over a reload; null once all is saved. */
  remember(unsaved: { version: number; draft: PlanDraft } | null): void;
  /** Calls back after a pause; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

const typingMs = 700;
const awayMs = 4_000;

/**
 * Saves a draft by itself, one save at a time, and never loses what was typed: while Standby is away it tries again,
 * after a refusal it waits for a change, and when somebody else was first it waits for a decision.
 */
export class DraftStore {
  #state: DraftState;
  #ways: DraftPorts;
  #listeners = new Set<() => void>();
  #callOff: () => void = () => {};
  #saving: Promise<void> | null = null;
  #unsaved = false;

  constructor(state: DraftState, ways: DraftPorts) {
    this.#state = state;
    this.#ways = ways;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get = (): DraftState => this.#state;

  get unsaved(): boolean {
    return this.#unsaved;
  }

  change(next: (draft: PlanDraft) => PlanDraft): void {
    const draft = next(this.#state.draft);
    if (draft === this.#state.draft) return;
    this.#unsaved = true;
    this.#ways.remember({ version: this.#state.version, draft });
    const stuck = this.#state.phase === 'CONFLICT';
    this.#set({ draft, ...(stuck ? {} : { phase: 'WAITING', sentence: null }) });
    if (!stuck) this.#saveAfter(typingMs);
  }

  /** Saves at once what is not saved yet. @returns whether all is saved now */
  async flush(): Promise<boolean> {
    this.#callOff();
    if (this.#saving) await this.#saving;
    if (this.#unsaved && this.#state.phase !== 'CONFLICT') await this.#save();
    return !this.#unsaved;
  }

  /** Takes over what others made of the plan; unsaved work is dropped. */
  adopt(state: Pick<DraftState, 'draft' | 'version' | 'savedAt' | keyof DraftReview>): void {
    this.#callOff();
    this.#unsaved = false;
    this.#ways.remember(null);
    this.#set({ ...state, phase: 'SAVED', sentence: null, generation: this.#state.generation + 1 });
  }

  /** Somebody else changed the plan while there is unsaved work. */
  meet(sentence: string): void {
    this.#callOff();
    this.#set({ phase: 'CONFLICT', sentence });
  }

  /** Puts the unsaved work over the state that others saved as `version`. */
  async keepMine(version: number): Promise<void> {
    this.#set({ version, phase: 'WAITING', sentence: null });
    await this.#save();
  }

  stop(): void {
    this.#callOff();
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #saveAfter(ms: number): void {
    this.#callOff();
    this.#callOff = this.#ways.after(ms, () => void this.#save());
  }

  async #save(): Promise<void> {
    if (this.#saving) return this.#saving;
    this.#saving = this.#saveOnce();
    await this.#saving;
    this.#saving = null;
    if (this.#state.phase === 'WAITING') this.#saveAfter(typingMs);
  }

  async #saveOnce(): Promise<void> {
    const { draft, version } = this.#state;
    this.#set({ phase: 'SAVING' });
    try {
      const { lint, faults, changes, ...saved } = await this.#ways.save(version, draft);
      const more = this.#state.draft !== draft;
      this.#unsaved = more;
      this.#ways.remember(more ? { version: saved.version, draft: this.#state.draft } : null);
      this.#set({
        lint,
        faults,
        changes,
        version: saved.version,
        sentence: null,
        savedAt: saved.differs ? saved.savedAt : null,
        phase: more ? 'WAITING' : 'SAVED',
      });
    } catch (error) {
      this.#refused(this.#ways.refusalOf(error));
    }
  }

  #refused({ status, message }: SaveRefusal): void {
    if (status === 409) {
      this.#set({ phase: 'CONFLICT', sentence: message });
      return;
    }
    const away = status === 0 || status >= 500 || status === 429;
    this.#set({ phase: away ? 'AWAY' : 'REFUSED', sentence: message });
    if (away) this.#saveAfter(awayMs);
  }
}
