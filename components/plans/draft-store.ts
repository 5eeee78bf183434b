import type { ApiProblem } from '@/components/api/call-api';
import { randomId } from '@/components/api/random-id';
import { isAnswer, refusalOf } from '@/components/api/refusal';
import { stillKnown } from '@/components/api/unanswered';
import { serverNow } from '@/components/ui/server-time';
import type { DraftReview } from '@/lib/plans/queries/views';
import type { PlanDraft } from '@/lib/plans/rules/draft';

export interface SavedDraft extends DraftReview {
  version: number;
  savedAt: string;
  differs: boolean;
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

/** A save that went out: until it is answered it goes out again as it was, so that it is done once. */
interface Sending {
  key: string;
  version: number;
  draft: PlanDraft;
  /** When it went out first, in milliseconds. */
  at: number;
}

/** What is not saved, and the save of it that nobody knows the fate of. */
export interface UnsavedDraft {
  version: number;
  draft: PlanDraft;
  sending: Sending | null;
}

export interface DraftPorts {
  save(sending: Sending): Promise<SavedDraft>;
  /** Keeps what is not saved over a reload; null once all is saved. */
  remember(unsaved: UnsavedDraft | null): void;
  /** Calls back after a pause; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

const typingMs = 700;
const awayMs = 4_000;

/**
 * Saves a draft by itself, one save at a time, and never loses what was typed: without an answer it sends the same again,
 * after a refusal it waits for a change, and when somebody else was first it waits for a decision.
 */
export class DraftStore {
  #state: DraftState;
  #ways: DraftPorts;
  #listeners = new Set<() => void>();
  #callOff: () => void = () => {};
  #saving: Promise<void> | null = null;
  #sending: Sending | null = null;
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

  /** Whether nobody knows what became of the last save. */
  get unanswered(): boolean {
    return this.#sending !== null;
  }

  /** Goes on with what was not saved before a reload. */
  restore({ draft, sending }: UnsavedDraft): void {
    this.#sending = stillKnown(sending);
    this.change(() => draft);
  }

  change(next: (draft: PlanDraft) => PlanDraft): void {
    const draft = next(this.#state.draft);
    if (draft === this.#state.draft) return;
    this.#unsaved = true;
    this.#remember(draft);
    const stuck = this.#state.phase === 'CONFLICT';
    this.#set({ draft, ...(stuck ? {} : { phase: 'WAITING', sentence: null }) });
    if (!stuck) this.#saveAfter(typingMs);
  }

  /** Saves at once what is not saved yet. @returns whether all is saved now */
  async flush(): Promise<boolean> {
    this.#callOff();
    if (this.#saving) await this.#saving;
    if (this.#unsaved && this.#state.phase !== 'CONFLICT') await this.#save();
    // What was saved had gone out before; what was typed since follows it.
    if (this.#state.phase === 'WAITING') await this.#save();
    return !this.#unsaved;
  }

  /** Takes over what others made of the plan; unsaved work is dropped. */
  adopt(state: Pick<DraftState, 'draft' | 'version' | 'savedAt' | keyof DraftReview>): void {
    this.#callOff();
    this.#unsaved = false;
    this.#sending = null;
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

  #remember(draft: PlanDraft): void {
    this.#ways.remember({ version: this.#state.version, draft, sending: this.#sending });
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
    this.#callOff();
    const { draft, version } = this.#state;
    const sending = stillKnown(this.#sending) ?? { key: randomId(), version, draft, at: serverNow() };
    this.#sending = sending;
    this.#remember(draft);
    this.#set({ phase: 'SAVING' });
    try {
      const { lint, faults, changes, ...saved } = await this.#ways.save(sending);
      this.#sending = null;
      this.#unsaved = this.#state.draft !== sending.draft;
      this.#set({
        lint,
        faults,
        changes,
        version: saved.version,
        sentence: null,
        savedAt: saved.differs ? saved.savedAt : null,
        phase: this.#unsaved ? 'WAITING' : 'SAVED',
      });
      if (this.#unsaved) this.#remember(this.#state.draft);
      else this.#ways.remember(null);
    } catch (error) {
      this.#refused(refusalOf(error));
    }
  }

  #refused(problem: ApiProblem): void {
    const { message } = problem;
    if (!isAnswer(problem)) {
      this.#set({ phase: 'AWAY', sentence: message });
      this.#saveAfter(awayMs);
      return;
    }
    this.#sending = null;
    this.#remember(this.#state.draft);
    this.#set({ phase: problem.problem.status === 409 ? 'CONFLICT' : 'REFUSED', sentence: message });
  }
}
