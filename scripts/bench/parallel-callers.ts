import { Agent } from 'node:http';
import { commandsOf, type Send } from '@/scripts/trial/commands-of';
import { percentile, shownMs, shownRatio } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { askOrNull } from '@/scripts/trial/http';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause } from '@/scripts/trial/wait';
import { type BenchRow, row } from './row';

const callers = 64;

/** Members who read a list, two of them, at the pace of hurried people. */
function startReading({ product, manager }: Standing) {
  const times: number[] = [];
  let over = false;
  const read = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true });
    while (!over) {
      const answer = await askOrNull(`${product.url}/api/v1/incidents`, { headers: manager, agent });
      times.push(answer?.status === 200 ? answer.ms : 10_000);
      await pause(10);
    }
    agent.destroy();
  };
  const done = Promise.all([read(), read()]);
  return async (): Promise<number[]> => {
    over = true;
    await done;
    return times;
  };
}

/** Everybody sends the same again and again. @returns the statuses of the answers */
async function press(send: Send, ms: number): Promise<number[]> {
  const statuses: number[] = [];
  const until = Date.now() + ms;
  const lane = async (): Promise<void> => {
    do statuses.push(await send());
    while (Date.now() < until);
  };
  await Promise.all(Array.from({ length: callers }, lane));
  return statuses;
}

async function run(trial: Trial): Promise<BenchRow[]> {
  const standing = await startStanding(trial);
  await fill(standing);
  const commands = await commandsOf(standing, callers);
  const some = trial.small ? commands.filter((_, index) => index % 20 === 0) : commands;
  const stopQuiet = startReading(standing);
  await pause(trial.small ? 3_000 : 15_000);
  const quiet = percentile(await stopQuiet(), 0.99);
  const busy: { name: string; times: number[] }[] = [];
  const broken = new Set<string>();
  for (const { name, send } of some) {
    const stop = startReading(standing);
    const statuses = await press(send, trial.small ? 1_000 : 2_000);
    busy.push({ name, times: await stop() });
    if (statuses.some((status) => status === 0 || status === 500)) broken.add(name);
    trial.say(
      `${name}: ${statuses.length} answers, readers p99 ${shownMs(percentile(busy.at(-1)?.times ?? [], 0.99))}`,
    );
  }
  const all = percentile(
    busy.flatMap(({ times }) => times),
    0.99,
  );
  const [worst] = busy.sort((a, b) => percentile(b.times, 0.99) - percentile(a.times, 0.99));
  return [
    row(`readers while ${callers} callers press one command, ${some.length} kinds in turn`, {
      ours: `p99 ${shownMs(all)}`,
      against: `quiet: p99 ${shownMs(quiet)}`,
      ratio: shownRatio(all / quiet),
      goal: '≤ 2×',
      met: all <= 2 * quiet,
    }),
    row('the kind that readers feel most', {
      ours: `p99 ${shownMs(percentile(worst?.times ?? [], 0.99))}`,
      against: worst?.name ?? '',
    }),
    row('kinds that broke', {
      ours: `${broken.size}`,
      against: [...broken].join(', '),
      goal: '0',
      met: broken.size === 0,
    }),
  ];
}

/** One member, or a program, that does one thing as often as it can, beside people who read. */
export const parallelCallers: TrialCase<BenchRow> = {
  name: 'parallel-callers',
  title: 'Parallel callers: 64 who press one command, for every command, beside readers',
  run,
};
