import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { db } from '@/lib/database/db';
import type { Caller } from '@/lib/http/testing/walk/callers';
import type { Door } from '@/lib/http/testing/walk/door';
import {
  consolePages,
  noSubjects,
  openPages,
  type PageSubjects,
  pagePath,
  pageStatus,
} from '@/lib/http/testing/walk/pages';
import { planVersion, startedRun, suite } from '@/lib/http/testing/walk/recovery';
import { incident, service } from '@/lib/http/testing/walk/subjects';
import { projectRoot } from '@/scripts/start/project';
import { everyHeader } from './bypasses';

/** Subjects of nobody who asks, and words by which their pages are known. */
async function foreignSubjects(): Promise<{ subjects: PageSubjects; marks: string[] }> {
  const [{ slug }, { ref }, run, plan, { suiteId }] = [
    await service(null),
    await incident(null),
    await startedRun(null),
    await planVersion(),
    await suite(null),
  ];
  const names = await db().service.findMany({
    select: { name: true },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
  const marks = names.map(({ name }) => name).filter((name) => name.startsWith('Service '));
  const subjects = { slug, id: plan.id, suiteId, number: '1', run: run.ref, incident: ref };
  return { subjects, marks };
}

/** What a reader sees of a page, without what is new with every answer. */
function visible(body: string, path: string): string {
  const text = body.replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]*>/g, ' ');
  return text.replaceAll(path, '').replaceAll(/\s+/g, ' ').trim();
}

const roleOf = ({ actor }: Caller) => (actor.kind === 'member' ? actor.role : null);

interface Asked {
  callers: Caller[];
  /** Of the product, and of Next alone without its proxy. */
  doors: [product: Door, bare: Door];
  /** Which part of the pages. */
  isChosen: (index: number) => boolean;
}

class Pages {
  asked = 0;
  readonly wrong: string[] = [];
  readonly #doors: Asked['doors'];

  constructor(doors: Asked['doors']) {
    this.#doors = doors;
  }

  async #ask(door: Door, caller: Caller, path: string, headers: Record<string, string> = {}) {
    this.asked += 1;
    const answer = await door.ask(caller, { method: 'GET', path, headers });
    const from = door === this.#doors[0] ? '' : ' without the proxy';
    const said = `${path} ${JSON.stringify(headers)} as ${caller.name}${from}: ${answer.status}`;
    return { ...answer, said };
  }

  /** Each door answers as the table says, and a refusal shows the same of what there is and is not. */
  async plainly(page: string, caller: Caller, subjects: PageSubjects): Promise<void> {
    const shown = new Set<string>();
    const ways = page.includes('[') ? (['foreign', "nobody's"] as const) : (['foreign'] as const);
    for (const door of this.#doors) {
      for (const whose of ways) {
        const path = pagePath(page, whose === 'foreign' ? subjects : noSubjects);
        const expected = pageStatus(page, roleOf(caller), whose);
        const { status, body, said } = await this.#ask(door, caller, path);
        if (status !== expected) this.wrong.push(`${said}, not ${expected}`);
        if (status === 403) shown.add(visible(body, path));
      }
    }
    if (shown.size > 1) this.wrong.push(`${page} tells ${caller.name} what there is`);
  }

  /** Whoever is refused sees nothing of it by another spelling or header. */
  async otherwise(path: string, caller: Caller, marks: string[]): Promise<void> {
    const judge = ({ status, body, said }: { status: number; body: string; said: string }): void => {
      if (status >= 500 || marks.some((mark) => body.includes(mark))) this.wrong.push(said);
    };
    for (const headers of everyHeader)
      for (const door of this.#doors) judge(await this.#ask(door, caller, path, headers));
    const spelled = [`${path}.rsc`, `/${path}`, `${path}/`, `${path}?_rsc=1`, `/_next/data/x${path}.json`];
    for (const one of spelled) for (const door of this.#doors) judge(await this.#ask(door, caller, one));
  }

  async answers(path: string, caller: Caller, expected: number): Promise<void> {
    for (const door of this.#doors) {
      const { status, said } = await this.#ask(door, caller, path);
      if (status !== expected) this.wrong.push(`${said}, not ${expected}`);
    }
  }
}

/** Pictures are served as they are: nothing draws one anew for everybody. */
const redrawn = ['', '.rsc', '/x'].map((end) => `/_next/image${end}?url=%2Ficon.svg&w=64&q=75`);

/** Every page as every member and as nobody, on what there is and is not, and past the proxy. */
export async function askPages({ callers, doors, isChosen }: Asked) {
  const { subjects, marks } = await foreignSubjects();
  const pages = new Pages(doors);
  const people = callers.filter(({ actor }) => actor.kind !== 'key');
  const [nobody] = people as [Caller];
  for (const page of Object.keys(consolePages).filter((_, index) => isChosen(index))) {
    for (const caller of people) {
      await pages.plainly(page, caller, subjects);
      if (pageStatus(page, roleOf(caller), 'foreign') !== 200)
        await pages.otherwise(pagePath(page, subjects), caller, marks);
    }
  }
  for (const { path, status } of Object.values(openPages)) {
    // That a private link has ended is said by the proxy, and without it by the page, which cannot say a status.
    if (status === 200) await pages.answers(path, nobody, 200);
  }
  for (const path of redrawn) await pages.answers(path, nobody, 404);
  return { pages: pages.asked, wrongPages: pages.wrong };
}

/** Every server action of the build, from another site and with what none of them takes. */
export async function askActions(door: Door, callers: Caller[]) {
  const file = join(projectRoot, '.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, unknown> };
  const wrongActions: string[] = [];
  let actions = 0;
  const [nobody] = callers as [Caller];
  const admin = callers.find(({ name }) => name === 'ADMIN') as Caller;
  for (const id of Object.keys(node)) {
    for (const [caller, headers, expected] of [
      [admin, { origin: 'https://evil.example' }, 403],
      [admin, { 'sec-fetch-site': 'cross-site' }, 403],
      [admin, { 'sec-fetch-site': 'same-site' }, 403],
      [admin, { origin: 'null' }, 403],
      [nobody, {}, null],
    ] as const) {
      for (const path of ['/report', '/home', '/_not-found']) {
        actions += 1;
        const call = { method: 'POST', path, body: Buffer.from('[{},{}]') };
        const said = { 'content-type': 'text/plain;charset=UTF-8', 'next-action': id, ...headers };
        const { status } = await door.ask(caller, { ...call, headers: said });
        const isWrong = expected === null ? status >= 500 : status !== expected;
        if (isWrong)
          wrongActions.push(`action ${id.slice(0, 8)} at ${path} with ${JSON.stringify(headers)}: ${status}`);
      }
    }
  }
  return { actions, wrongActions };
}
