import { describe, expect, test } from 'vitest';
import { runSentence } from './sentence';

type Run = Parameters<typeof runSentence>[0];
type Step = NonNullable<Parameters<typeof runSentence>[1]>;

const run = (given: Partial<Run>): Run => ({
  state: 'RUNNING',
  mode: 'LIVE',
  drillKind: null,
  waitingFor: null,
  rtaSeconds: null,
  safeStateNote: null,
  announces: false,
  precheck: [],
  ...given,
});
const step = (given: Partial<Step> = {}): Step => ({
  label: '2.1',
  name: 'Promote shop-2',
  kind: 'AUTOMATED',
  state: 'RUNNING',
  sentence: null,
  ...given,
});

describe('what is true of a run', () => {
  test.each<[Partial<Run>, Step | undefined, string]>([
    [{ state: 'PRECHECK' }, undefined, 'It can begin.'],
    [
      { state: 'PRECHECK', precheck: [{ state: 'OK' }, { state: 'PENDING' }] },
      undefined,
      'Looking whether it can begin: 1 of 2 done.',
    ],
    [{}, step(), 'Step 2.1: Promote shop-2.'],
    [{ state: 'PAUSED' }, step({ state: 'PENDING' }), 'Paused before step 2.1, Promote shop-2.'],
    [{ state: 'PAUSED' }, step(), 'Paused after step 2.1, Promote shop-2, which is still in work.'],
    [
      { state: 'WAITING', waitingFor: 'CALL_BACK' },
      step(),
      'Waiting for the automation to call back from step 2.1, Promote shop-2.',
    ],
    [
      { state: 'WAITING', waitingFor: 'PERSON' },
      step({ state: 'FAILED', sentence: 'The automation answered 500.' }),
      'Step 2.1, Promote shop-2, failed. The automation answered 500. Try it again, skip it with a reason, or abort.',
    ],
    [
      { state: 'WAITING', waitingFor: 'PERSON' },
      step({ state: 'UNKNOWN' }),
      'Nobody knows whether step 2.1, Promote shop-2, took place. Look, then say what became of it: it is not sent again by itself.',
    ],
    [
      { state: 'VERIFIED', rtaSeconds: 372 },
      undefined,
      'Done, and checked against the known-good results after 6 min.',
    ],
    [
      { state: 'VERIFIED', mode: 'DRILL', drillKind: 'TABLETOP' },
      undefined,
      'Talked through to the end. A tabletop drill gives no time.',
    ],
    [{ state: 'ABORTED', safeStateNote: 'Nothing was touched.' }, undefined, 'Aborted. Nothing was touched.'],
  ])('%j', (given, at, sentence) => expect(runSentence(run(given), at)).toBe(sentence));
});
