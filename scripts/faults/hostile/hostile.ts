import { compareLedger } from '@/scripts/faults/compare-ledger';
import { type Finding, finding } from '@/scripts/faults/finding';
import { startMailSink } from '@/scripts/faults/mail-sink';
import { signIn } from '@/scripts/faults/sign-in';
import { shownMs, shownRatio } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { residentBytes } from '@/scripts/trial/processes';
import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type Assault, type Ground, watchMemory } from './assault';
import type { Experience } from './bystander';
import { Bystanders, shownExperience, slowestP99 } from './bystanders';

const megabyte = 1_000_000;
/** Above what it was before everything, a minute after each assault. */
const mostLeft = 100 * megabyte;

const inMegabytes = (bytes: number): string => `${Math.round(bytes / megabyte)} MB`;
const above = (bytes: number, before: number): string =>
  `${bytes < before ? '−' : '+'}${inMegabytes(Math.abs(bytes - before))}`;

interface Scene extends Ground {
  bystanders: Bystanders;
  quiet: Experience;
  /** Of the web process, before the first assault. */
  memory: number;
}

/** What a promise of time is at this size: in the small one machines are shared, and only hanging is a fault. */
const mostMs = ({ small }: Trial): number => (small ? 15_000 : 1_000);

/** What a new process loads for its first requests; pictures that inflate would take several times as much. */
const mostLoaded = 400_000_000;

/** In the small size nobody waits a minute, so only what was never to be taken is asked for. */
async function memoryFindings(scene: Scene, assault: Assault, most: number): Promise<Finding[]> {
  const { standing, trial, memory } = scene;
  const allowed = trial.small ? mostLoaded : (assault.mostMemory ?? mostLeft);
  if (trial.small && assault.mostMemory === undefined) return [];
  const left = () => residentBytes(standing.product.pidOf('web') ?? 0);
  const isCalm = () => left() > 0 && left() <= memory + allowed;
  const began = performance.now();
  await waitFor('the memory to be given back', isCalm, 60_000, 500).catch(() => {});
  return [
    finding(
      `${assault.name}: the web process has ${inMegabytes(allowed)} more at most within a minute`,
      isCalm(),
      `at most ${above(most, memory)}, ${above(left(), memory)} after ${shownMs(performance.now() - began)}`,
    ),
  ];
}

async function endure(scene: Scene, assault: Assault): Promise<Finding[]> {
  const { trial, bystanders, quiet, standing } = scene;
  const pid = standing.product.pidOf('web');
  const most = watchMemory(scene);
  await bystanders.experience();
  const began = performance.now();
  const own = await assault.run(scene);
  await pause(Math.max(0, scene.spell - (performance.now() - began)));
  const met = await bystanders.experience();
  const p99 = slowestP99(met);
  const ratio = shownRatio(p99 / slowestP99(quiet));
  trial.say(
    `${assault.name}: p99 of bystanders ${shownExperience(met)}; ${own.map(({ found }) => found).join('; ')}`,
  );
  const times = [...met.times.values()].flat().length;
  return [
    finding(
      `${assault.name}: bystanders’ p99 ≤ ${mostMs(trial) / 1_000} s`,
      times > 0 && p99 <= mostMs(trial),
      `${shownExperience(met)} (${ratio} quiet)`,
    ),
    finding(
      `${assault.name}: nobody else is refused`,
      met.refused.length === 0,
      `${times} answers, ${met.refused.length} refusals ${met.refused[0] ?? ''}`.trim(),
    ),
    ...own.map((one) => ({ ...one, promise: `${assault.name}: ${one.promise}` })),
    ...(await memoryFindings(scene, assault, most())),
    finding(`${assault.name}: no process ends`, standing.product.pidOf('web') === pid, `web process ${pid}`),
  ];
}

/** What the others found is not lost with an assault that cannot be carried out. */
function notDone({ name }: Assault, error: unknown): Finding {
  return finding(`${name}: runs to its end`, false, String(error).replaceAll(/\s+/g, ' '));
}

async function openScene(trial: Trial): Promise<Scene> {
  const sink = await startMailSink(trial.random, 0, 0);
  trial.cleanUp(sink.server.stop);
  const standing = await startStanding(trial, { smtpUrl: sink.server.url });
  const { incidents } = await fill(standing);
  const manager = await signIn(standing, 'manager');
  const bystanders = new Bystanders({
    url: standing.product.url,
    seed: trial.random.seed,
    manager: manager.headers,
    incident: incidents[0] ?? '',
  });
  trial.cleanUp(() => bystanders.stop());
  // The first of each page is made slower than those after it.
  await pause(trial.small ? 3_000 : 15_000);
  await bystanders.experience();
  await pause(trial.small ? 3_000 : 30_000);
  const quiet = await bystanders.experience();
  trial.say(`quiet: p99 of bystanders ${shownExperience(quiet)}`);
  const memory = residentBytes(standing.product.pidOf('web') ?? 0);
  return { trial, standing, sink, manager, bystanders, quiet, memory, spell: trial.small ? 2_500 : 20_000 };
}

/** Everything that strangers and members try at once, one assault after the other, beside people who go on as ever. */
export function hostileCase(name: string, assaults: readonly Assault[]): TrialCase<Finding> {
  return {
    name,
    title: assaults.length === 1 ? (assaults[0] as Assault).title : 'Assaults of strangers and members',
    run: async (trial) => {
      const scene = await openScene(trial);
      const findings: Finding[] = [];
      for (const assault of assaults) {
        if (trial.small && !assault.alsoSmall) continue;
        findings.push(...(await endure(scene, assault).catch((error) => [notDone(assault, error)])));
      }
      const ledger = await scene.bystanders.stop();
      return [...findings, ...(await compareLedger(scene.standing, ledger))];
    },
  };
}
