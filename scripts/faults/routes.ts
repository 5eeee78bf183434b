import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot, typescriptLoader } from '@/scripts/start/project';
import { table } from '@/scripts/trial/figures';
import { startNextWithoutProxy } from '@/scripts/trial/next-without-proxy';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { type Finding, finding } from './finding';
import type { Walked } from './processes/routes';

const whoses = ['own', 'foreign', "nobody's", 'malformed', 'none'] as const;

/** How often each status was answered, by who asked and whose the subject was. */
function statuses({ notes }: Walked): string[][] {
  const callers = [...new Set(notes.map(({ caller }) => caller.split(' as ').at(-1) ?? ''))];
  const cell = (caller: string, whose: string): string => {
    const found = notes.filter((note) => note.caller.endsWith(` as ${caller}`) && note.whose === whose);
    const counts = Map.groupBy(found, ({ status }) => status);
    const sorted = [...counts].toSorted(([one], [other]) => one - other);
    return sorted.map(([status, all]) => `${status}×${all.length}`).join(' ');
  };
  return [
    ['', ...whoses],
    ...callers.map((caller) => [caller, ...whoses.map((whose) => cell(caller, whose))]),
  ];
}

const words = (wrong: readonly string[]) =>
  wrong.length === 0 ? 'none' : `${wrong.length}: ${wrong.slice(0, 5).join('; ')}`;

/** Walks in a process of its own, which acts on the database of the product as its commands do. */
async function walkedBy(trial: Trial, { product }: Standing, bare: string): Promise<Walked> {
  const given = [product.url, bare, trial.small ? '20' : '1'];
  const child = spawn(
    process.execPath,
    [...typescriptLoader, 'scripts/faults/processes/routes.ts', ...given],
    {
      cwd: projectRoot,
      env: product.environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  trial.cleanUp(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(() => {
    throw new Error('The walk ended before it was done.');
  });
  const [said] = await Promise.race([once(child, 'message'), ended]);
  return (said as { walked: Walked }).walked;
}

async function run(trial: Trial): Promise<Finding[]> {
  // Without a worker: the walk drives the runs itself, and mails wait for a server that there is not.
  const standing = await startStanding(trial, { role: 'web', smtpUrl: 'smtp://127.0.0.1:9' });
  const bare = await startNextWithoutProxy(trial, standing.product.environment);
  const walked = await walkedBy(trial, standing, bare);
  const { notes, toldApart, acted, bypasses, passed, failures, pages, wrongPages } = walked;
  const wrong = notes.filter(({ expected, answered }) => expected !== answered);
  const failed = notes.filter(({ status }) => status >= 500);
  const said = ({ caller, whose, expected, answered }: (typeof notes)[number]) =>
    `${caller}, ${whose}: ${answered}, not ${expected}`;
  for (const line of table(statuses(walked)).split('\n')) trial.say(line);
  return [
    finding(
      'every route answers every role as the policy table says',
      wrong.length === 0 && notes.length > 0,
      `${notes.length} calls of ${walked.routes} routes, otherwise: ${words(wrong.map(said))}`,
    ),
    finding('no call ends in a failure', failed.length === 0, words([...failed.map(said), ...failures])),
    finding(
      'who may not know is told the same of what there is and is not',
      toldApart.length === 0,
      words(toldApart),
    ),
    finding('a refused call does nothing', acted.length === 0, words(acted)),
    finding(
      'no other spelling, header or method lets in who is refused',
      passed.length === 0 && failures.length === 0,
      `${bypasses} tried, let in: ${words(passed)}`,
    ),
    finding(
      'every page answers every role alike, also without the proxy',
      wrongPages.length === 0,
      `${pages} asked, otherwise: ${words(wrongPages)}`,
    ),
    finding(
      'a server action takes nothing from another site, and nothing makes it fail',
      walked.wrongActions.length === 0 && walked.actions > 0,
      `${walked.actions} posted, otherwise: ${words(walked.wrongActions)}`,
    ),
  ];
}

/** Every route and page, by everybody, on own, foreign, missing and malformed subjects. */
export const routes: TrialCase<Finding> = {
  name: 'routes',
  title: 'Every route and page as every role, and by other ways past the door',
  run,
};
