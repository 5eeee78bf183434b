import { type ChildProcess, spawn } from 'node:child_process';
import type pg from 'pg';
import { type StepKind, stepKindSchema } from '@/lib/plans/rules/content';
import { projectRoot, typescriptLoader } from '@/scripts/start/project';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type Finding, finding } from './finding';
import { killPart, runningPart } from './kill';
import type { Recovered } from './processes/recovery';

interface Said {
  ready?: boolean;
  began?: string;
  recovered?: Recovered;
}

/** The service, its automation and the person, in a process that is never killed. */
async function startRecoveries(trial: Trial, { product }: Standing): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...typescriptLoader, 'scripts/faults/processes/recovery.ts'], {
    cwd: projectRoot,
    env: product.environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  trial.cleanUp(() => void child.kill('SIGKILL'));
  await heard(child, 'the service of the trial', ({ ready }) => ready);
  return child;
}

/** Waits for what the process says. @throws Error when it ends before, or is silent for five minutes */
async function heard<T>(child: ChildProcess, what: string, pick: (said: Said) => T | undefined): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const settle = (work: () => void): void => {
      clearTimeout(timer);
      child.off('message', listen).off('exit', ended);
      work();
    };
    const listen = (said: unknown): void => {
      const picked = pick(said as Said);
      if (picked !== undefined) settle(() => resolve(picked));
    };
    const ended = (): void =>
      settle(() => reject(new Error(`The process ended while it was waited for ${what}.`)));
    const timer = setTimeout(() => settle(() => reject(new Error(`Waited 300 s for ${what}.`))), 300_000);
    child.on('message', listen).on('exit', ended);
  });
}

/** The kind of the step that the newest run is in, and what it is in. */
async function stepInWork(pool: pg.Pool): Promise<{ kind: StepKind; id: string } | null> {
  const { rows } = await pool.query<{ kind: StepKind; id: string }>(
    `select s.kind::text as kind, s.id from run_step s join run r on r.id = s.run_id
     where r.finished_at is null and s.state in ('RUNNING', 'UNKNOWN') and s.phase > 0
     order by r.created_at desc, s.position limit 1`,
  );
  return rows[0] ?? null;
}

/** One recovery during which the worker is killed in a step of this kind, and once more wherever it is then. */
async function recoverUnderKills(
  trial: Trial,
  standing: Standing,
  child: ChildProcess,
  kind: StepKind,
): Promise<{ recovered: Recovered; killedIn: StepKind[] }> {
  const { product, database } = standing;
  await runningPart(product, 'worker');
  const recovered = heard(child, 'a recovery to end', (said) => said.recovered);
  child.send({ recover: true });
  const killedIn: StepKind[] = [];
  await waitFor(
    `a step of the kind ${kind}`,
    async () => (await stepInWork(database.pool))?.kind === kind,
    120_000,
    15,
  );
  for (const latest of trial.small ? [300] : [300, 1_500]) {
    await pause(trial.random.between(0, latest));
    const before = await stepInWork(database.pool);
    if (!before) break;
    await killPart(product, 'worker');
    killedIn.push(before.kind);
    await runningPart(product, 'worker');
  }
  return { recovered: await recovered, killedIn };
}

const countOf = async (pool: pg.Pool, sql: string): Promise<number> =>
  (await pool.query<{ count: number }>(`select count(*)::int as count from (${sql}) found`)).rows[0]?.count ??
  -1;

const doubledSteps = `select e.data->>'runStepId' from event e where e.type in ('run.stepDone', 'run.announced')
  group by e.data->>'runStepId', e.type having count(*) > 1`;
const sentTwice = `select idempotency_key from step_attempt where sent_at is not null
  group by idempotency_key having count(*) > 1`;

function judge(runs: Recovered[], killedIn: StepKind[]): Finding[] {
  const verified = runs.filter(({ state }) => state === 'VERIFIED');
  const keys = runs.flatMap(({ calls }) => Object.values(calls).flat());
  const asked = runs.reduce((sum, { again }) => sum + again, 0);
  const decided = runs.reduce((sum, run) => sum + run.decided, 0);
  const expected = runs.length * 2;
  const kinds = stepKindSchema.options.map(
    (kind) => `${kind.toLowerCase()} ${killedIn.filter((killed) => killed === kind).length}`,
  );
  const times = verified.map(({ rtaSeconds }) => rtaSeconds ?? 0);
  return [
    finding(
      'a recovery survives a kill in every kind of step',
      verified.length === runs.length && runs.length > 0,
      `${verified.length} of ${runs.length} verified, ${Math.min(...times)} to ${Math.max(...times)} s; killed in: ${kinds.join(', ')}`,
    ),
    finding(
      'no call reaches the automation twice',
      new Set(keys).size === keys.length,
      `${keys.length} calls with ${new Set(keys).size} keys`,
    ),
    finding(
      'an automated step is repeated only when a person says so',
      keys.length <= expected + asked,
      `${expected} steps, ${keys.length} calls; ${decided} decided by a person, ${asked} of them “send again”`,
    ),
    finding(
      'an announcement is published once',
      runs.every(({ told }) => told === 1),
      `${runs.reduce((sum, { told }) => sum + told, 0)} in ${runs.length} recoveries`,
    ),
  ];
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const child = await startRecoveries(trial, standing);
  const all = stepKindSchema.options;
  const kinds = trial.small
    ? (['AUTOMATED', 'VERIFICATION'] satisfies StepKind[])
    : Array.from({ length: 3 }, () => all).flat();
  const runs: Recovered[] = [];
  const killedIn: StepKind[] = [];
  for (const [index, kind] of kinds.entries()) {
    const ended = await recoverUnderKills(trial, standing, child, kind);
    runs.push(ended.recovered);
    killedIn.push(...ended.killedIn);
    const { ref, state, rtaSeconds, decided } = ended.recovered;
    trial.say(
      `${index + 1}/${kinds.length} ${ref}: killed in ${ended.killedIn.join(' and ').toLowerCase()}, ` +
        `${state.toLowerCase()}${rtaSeconds === null ? '' : ` after ${rtaSeconds} s`}, ${decided} decided by a person`,
    );
  }
  const { pool } = standing.database;
  const doubled = (await countOf(pool, doubledSteps)) + (await countOf(pool, sentTwice));
  const audit = standing.product.standby('audit', 'verify');
  return [
    ...judge(runs, killedIn),
    finding('every step is done once', doubled === 0, `${doubled} recorded twice`),
    finding(
      '“audit verify” passes',
      audit.code === 0,
      /^[^.]*/.exec(audit.said.split('\n').at(-1) ?? '')?.[0] ?? '',
    ),
  ];
}

/** Real recoveries with a real automation that counts, while the worker that drives them is killed in every kind of step. */
export const runUnderKills: TrialCase<Finding> = {
  name: 'run-under-kills',
  title: 'Recoveries: the worker killed in every kind of step',
  run,
};
