import { AppError } from './errors';

/** What a pure rule answers: yes, or no with the sentence that the page shows. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface Lifecycle<State extends string> {
  /** In the order of the table. */
  readonly states: readonly State[];
  /** Where a subject in this state may go. */
  next(from: State): readonly State[];
  canMove(from: State, to: State): boolean;
  move(from: State, to: State): Verdict;
  /** @throws AppError `conflict` with the sentence of `move`. */
  assertMove(from: State, to: State): void;
  /** Whether nothing follows this state. */
  isFinal(state: State): boolean;
}

interface Wording<State extends string> {
  /** What the subject is called at the start of a sentence, e.g. `The report`. */
  readonly subject: string;
  readonly label: Readonly<Record<State, string>>;
}

function moveReason(subject: string, from: string, to: string, choices: readonly string[]): string {
  if (from === to) return `${subject} is already “${from}”.`;
  const start = `${subject} is “${from}” and cannot become “${to}”.`;
  if (choices.length === 0) return `${start} Nothing follows this state.`;
  return `${start} From here it can become ${choices.map((choice) => `“${choice}”`).join(' or ')}.`;
}

/**
 * A noun's states as one table, from → to. Used by the commands that move a subject and by the page that
 * offers the moves, so both give the same reason.
 */
export function lifecycle<State extends string>(
  wording: Wording<State>,
  table: Readonly<Record<State, readonly State[]>>,
): Lifecycle<State> {
  const canMove = (from: State, to: State) => table[from].includes(to);
  const move = (from: State, to: State): Verdict => {
    if (canMove(from, to)) return { ok: true };
    const { subject, label } = wording;
    const choices = table[from].map((state) => label[state]);
    return { ok: false, reason: moveReason(subject, label[from], label[to], choices) };
  };
  return {
    states: Object.keys(table) as State[],
    next: (from) => table[from],
    canMove,
    move,
    assertMove: (from, to) => assertVerdict(move(from, to)),
    isFinal: (state) => table[state].length === 0,
  };
}

/** Turns a rule's no into a refusal. @throws AppError `conflict` with the rule's reason. */
export function assertVerdict(verdict: Verdict): void {
  if (!verdict.ok) throw new AppError('conflict', verdict.reason);
}
