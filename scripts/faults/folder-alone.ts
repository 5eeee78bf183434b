import { isDocumentPath } from '@/lib/status/rules/paths';
import { fill } from '@/scripts/trial/fill';
import { askOrNull } from '@/scripts/trial/http';
import { hasNginx, startNginx } from '@/scripts/trial/nginx';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { waitFor } from '@/scripts/trial/wait';
import { type Finding, finding } from './finding';
import { startStaticServer } from './static-server';

const feeds = ['/feed.atom', '/feed.rss', '/badge.svg'];
const json = [
  'summary',
  'status',
  'components',
  'incidents',
  'incidents/unresolved',
  'scheduled-maintenances',
];
const wanted = ['/', '/history', ...feeds, ...json.map((name) => `/api/v2/${name}.json`)];

/** Addresses of the same host that a page names. */
function linksIn(html: string): string[] {
  const found = [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, target = '']) => target);
  return found
    .filter((target) => target.startsWith('/') && !target.startsWith('//'))
    .map((target) => target.replace(/[?#].*$/, ''));
}

interface Summary {
  /** Services, and the groups that they stand in. */
  components?: { group: boolean }[];
  incidents?: unknown[];
}

interface Crawl {
  answered: Map<string, string>;
  missing: string[];
}

/** Reads everything that can be reached from the start by following links. */
async function crawl(base: string): Promise<Crawl> {
  const answered = new Map<string, string>();
  const missing: string[] = [];
  const waiting = [...wanted];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await askOrNull(`${base}${path}`);
    if (answer?.status !== 200) {
      missing.push(`${path} (${answer?.status ?? 'no answer'})`);
      continue;
    }
    answered.set(path, answer.body);
    if (!answer.headers['content-type']?.startsWith('text/html')) continue;
    for (const link of linksIn(answer.body)) {
      if (seen.has(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return { answered, missing };
}

async function untilPublished({ product }: Standing, ref: string): Promise<void> {
  await waitFor('the page to show the incidents', async () =>
    (await askOrNull(product.url))?.body.includes(ref),
  );
}

async function serve(trial: Trial, root: string): Promise<{ url: string; stop(): Promise<void> }> {
  if (!hasNginx()) {
    trial.say('nginx is not installed: a static server of Node stands in for it');
    return await startStaticServer(root);
  }
  const rules = ['error_page 404 /404.html;', 'location / { try_files $uri $uri/index.html =404; }'];
  return await startNginx(trial.folder, [`root ${root};`, ...rules].map((line) => `    ${line}`).join('\n'));
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { product, database } = standing;
  const { services, incidents } = await fill(standing);
  const text = 'The last word before everything stopped.';
  await standing.api(`/api/v1/incidents/${incidents[0]}/updates`, {
    audience: 'PUBLIC',
    text,
    next: { minutes: 30 },
  });
  await untilPublished(standing, text);
  const live = await crawl(product.url);
  await product.stop();
  await database.stop();
  const server = await serve(trial, product.published);
  trial.cleanUp(server.stop);
  const alone = await crawl(server.url);
  trial.say(`${alone.answered.size} addresses answered from ${product.published}`);
  const home = alone.answered.get('/') ?? '';
  const absent = [...live.answered.keys()].filter(
    (path) => isDocumentPath(path) && !alone.answered.has(path),
  );
  const unnamed = incidents.filter((ref) => !alone.answered.has(`/status/${ref}`));
  const summary = JSON.parse(alone.answered.get('/api/v2/summary.json') ?? '{}') as Summary;
  const named = summary.components?.filter(({ group }) => !group).length;
  return [
    finding(
      'the folder alone holds everything it links to',
      alone.missing.length === 0,
      `${alone.answered.size} addresses, missing: ${alone.missing.join(', ') || 'none'}`,
    ),
    finding(
      'the folder holds every public document',
      absent.length === 0,
      `of ${live.answered.size} live addresses absent: ${absent.join(', ') || 'none'}`,
    ),
    finding(
      'the folder shows the last update and every open incident',
      home.includes(text) && unnamed.length === 0,
      `${incidents.length - unnamed.length} of ${incidents.length} incidents, last update ${home.includes(text) ? 'there' : 'absent'}`,
    ),
    finding(
      'the JSON in it names every service',
      named === services.length && summary.incidents?.length === incidents.length,
      `${named} services, ${summary.incidents?.length} incidents`,
    ),
  ];
}

/** Web, worker and database stopped; a static server shows what was published. */
export const folderAlone: TrialCase<Finding> = {
  name: 'folder-alone',
  title: 'Everything stopped: the published folder behind a static server',
  run,
};
