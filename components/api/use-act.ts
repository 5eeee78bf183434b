'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useReducer, useRef, useState } from 'react';
import type { SummaryError } from '@/components/ui/error-summary';
import { showToast, type ToastInput } from '@/components/ui/show-toast';
import type { EventNoun } from '@/lib/nouns';
import type { ApiProblem } from './call-api';
import { changeAtOnce } from './change-at-once';
import { outcomeOf } from './outcome-of';
import { readAgain } from './read-again';
import { errorsOf, isAnswer } from './refusal';
import { type Answered, seenAfter } from './seen-version';
import { type Call, type Sending, sendingOf } from './sending';
import { hold, release, unansweredOf } from './unanswered';
import type { Draft } from './use-draft';

type Toast = string | ToastInput;
/** What a key of a query begins with: the noun that it shows, or the first page, which shows several. */
type Touched = EventNoun | 'home';

type OnDevice = Pick<Draft<object>, 'key' | 'clear'>;

interface ActOptions<I, A, V> {
  /** Sends it. The input is what was entered; what follows from the clock is worked out here, not in the input. */
  call: Call<I, A, V>;
  /** The nouns whose queries show what it changes: they are read again, after a refusal too. */
  touches?: readonly Touched[];
  /** What it changes came with the page, which is asked for again like a query that it touches. */
  page?: boolean;
  /** Of what is shown; undefined while there is nothing yet, and then the call has no use for it. */
  version?: V | undefined;
  /**
   * Set for what a person fills in. `opened` sends the version that was shown when the form was opened, so that what
   * changed under it is told; `shown` the one that is shown when it is sent. Without it, it is a button.
   */
  form?: 'opened' | 'shown';
  /** What is sent. It is forgotten when it was done; until it is answered, sending it again is the same act. */
  draft?: OnDevice;
  /** What is wrong before it is worth asking, by the path of the input field. */
  missing?: (input: I) => readonly SummaryError[];
  /** Shows the change before it is answered; a refusal puts everything back and says so. */
  atOnce?: (client: QueryClient, input: I) => void;
  /** What the toast says afterwards. */
  done?: Toast | ((answer: A, input: I) => Toast | null);
  /** Runs when everything it touches has been read again. */
  onDone?: (answer: A, input: I) => void;
  onRefused?: (problem: ApiProblem) => void;
  /** Where there is no room for `errors`, a toast says why it was refused. */
  refusal?: 'toast';
}

type Arguments<I> = unknown extends I ? [] : [input: I];

/**
 * One act of a person: one key until it is answered, one at a time, and what it touches read again. A refusal keeps
 * what was typed and says why; after a conflict the newer version is adopted, so that whoever presses again has been
 * told what changed.
 */
export function useAct<I, A, V = undefined>(options: ActOptions<I, A, V>) {
  const { touches = [] } = options;
  const client = useQueryClient();
  const router = useRouter();
  const { next, answered, stale } = useSending<I, A, V>(options);
  const { say, ...refusal } = useRefusal();
  const [doing, setDoing] = useState<{ input: I } | null>(null);
  const busy = useRef(false);

  const refresh = async (): Promise<void> => {
    if (options.page) router.refresh();
    await Promise.all(touches.map((noun) => readAgain(client, { queryKey: [noun] })));
  };

  const refused = async (problem: ApiProblem): Promise<void> => {
    const errors = errorsOf(problem);
    if (options.refusal === 'toast' || options.atOnce) showToast(toastOf(errors));
    if (options.refusal !== 'toast') say(errors, problem);
    options.onRefused?.(problem);
    if (!isAnswer(problem)) return void refresh();
    answered({ refused: problem.problem });
    await refresh();
  };

  const send = async (input: I): Promise<{ answer: A } | null> => {
    const { atOnce, done } = options;
    const change = atOnce && (() => changeAtOnce(client, touches, () => atOnce(client, input)));
    const outcome = await outcomeOf(next(input), change);
    if ('refused' in outcome) {
      await refused(outcome.refused);
      return null;
    }
    const { answer } = outcome;
    answered({ done: answer });
    options.draft?.clear();
    const toast = typeof done === 'function' ? done(answer, input) : done;
    if (toast) showToast(typeof toast === 'string' ? { title: toast } : toast);
    await refresh();
    return outcome;
  };

  /** Null when it was refused, or when the one before is still under way. */
  const run = async (...[given]: Arguments<I>): Promise<{ answer: A } | null> => {
    if (busy.current) return null;
    const input = given as I;
    // What is missing follows from what is shown by now; somebody who saw an older state is told of the change first.
    const missing = stale ? [] : (options.missing?.(input) ?? []);
    say(missing);
    if (missing.length > 0) return null;
    busy.current = true;
    setDoing({ input });
    const done = await send(input).finally(() => {
      busy.current = false;
      setDoing(null);
    });
    if (done) options.onDone?.(done.answer, input);
    return done;
  };

  /** `doing` is what is under way. */
  return { run, pending: doing !== null, doing: doing?.input, ...refusal };
}

/** Keeps a sending until it is answered, and the version that a form was opened with until an answer tells another. */
function useSending<I, A, V>({ call, draft, form, version }: ActOptions<I, A, V>) {
  const unanswered = useRef<{ sending: Sending<V>; send: () => Promise<A> } | null>(null);
  const [seen, learn] = useReducer(seenAfter, typeof version === 'number' ? version : undefined);
  return {
    /** What is shown is newer than what the form was opened with, and its person was not told. */
    stale: form === 'opened' && seen !== undefined && typeof version === 'number' && version > seen,
    next: (input: I): (() => Promise<A>) => {
      const shown = (form === 'opened' ? seen : version) as V;
      const before = unanswered.current?.sending ?? (draft ? unansweredOf<V>(draft.key) : null);
      const sending = sendingOf(before, { input, version: shown, form: form !== undefined });
      hold(sending, draft?.key);
      if (unanswered.current?.sending !== sending) {
        unanswered.current = { sending, send: () => call(input, sending) };
      }
      return unanswered.current.send;
    },
    answered: (event: Answered): void => {
      if (unanswered.current) release(unanswered.current.sending.key, draft?.key);
      unanswered.current = null;
      learn(event);
    },
  };
}

interface Refused {
  problem: ApiProblem | null;
  errors: readonly SummaryError[];
}

const nothing: Refused = { problem: null, errors: [] };

/** What is shown of a refusal: its errors at the fields of the form. */
function useRefusal() {
  const [{ problem, errors }, setRefused] = useState<Refused>(nothing);
  return {
    errors,
    /** What was refused at a field, given by the path of its input, or in one of its lines. */
    errorOf: (path: string): string | undefined => errorAt(errors, path),
    /** What the field of a path of the input is called, and what was refused there. */
    field: (path: string) => ({ name: path, error: errorAt(errors, path) }),
    /** The refusal itself, for what it tells besides its sentence. */
    problem,
    /** Above the errors of what was written: whether it was `done`, as in “posted”, which nobody knows without an answer. */
    undone: (done: string): string =>
      problem && !isAnswer(problem)
        ? `Whether it was ${done} is not known. What you wrote is still here.`
        : `It was not ${done}. What you wrote is still here.`,
    say: (found: readonly SummaryError[], refusal: ApiProblem | null = null): void =>
      setRefused({ problem: refusal, errors: found }),
    clear: (): void => setRefused(nothing),
  };
}

function toastOf([first]: readonly SummaryError[]): ToastInput {
  return { title: 'That did not work', description: first?.message, tone: 'bad' };
}

function errorAt(errors: readonly SummaryError[], path: string): string | undefined {
  const own = errors.find(({ field }) => field === path);
  return (own ?? errors.find(({ field }) => field?.startsWith(`${path}.`)))?.message;
}
