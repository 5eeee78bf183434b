import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import type { Ledger } from '@/scripts/faults/ledger';
import type { Browser } from '@/scripts/faults/sign-in';
import { percentile, shownMs } from '@/scripts/trial/figures';
import { type Asked, askOrNull } from '@/scripts/trial/http';
import { encodedForm, hiddenFields } from '@/scripts/trial/page-form';
import type { Random } from '@/scripts/trial/random';
import type { Standing } from '@/scripts/trial/standing';
import { pause } from '@/scripts/trial/wait';

/** What the people beside an assault do, and how long each answer took, in milliseconds. */
type Doing = 'status page' | 'form' | 'report' | 'console' | 'update';

export interface Experience {
  times: Map<Doing, number[]>;
  refused: string[];
}

export interface Bystanders {
  /** Everything that was acknowledged to them, from the first day on. */
  ledger: Ledger;
  /** Whatever they met since this was asked for the last time. */
  experience(): Experience;
  stop(): Promise<void>;
}

interface People {
  standing: Standing;
  random: Random;
  manager: Browser;
  incident: string;
}

const consolePages = ['/triage', '/incidents', '/services', '/home'];
const ofReport = />(R-[0-9A-Z]{6})</;
/** A person reads before they send; faster than this would count as a program, in milliseconds. */
const readingMs = 2_200;

class Town {
  readonly ledger: Ledger = { entries: [], refusals: [], open: 0, slowest: 0 };
  seen: Experience = { times: new Map(), refused: [] };
  isOver = false;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(readonly people: People) {}

  /** The answer's text, or null for everything but the status that is expected. */
  async ask(doing: Doing, path: string, asked: Asked = {}, expected = 200): Promise<string | null> {
    const began = performance.now();
    const url = `${this.people.standing.product.url}${path}`;
    const answer = await askOrNull(url, { agent: this.#agent, timeout: 60_000, ...asked });
    const ms = performance.now() - began;
    this.ledger.slowest = Math.max(this.ledger.slowest, ms);
    const times = this.seen.times.get(doing) ?? [];
    times.push(ms);
    this.seen.times.set(doing, times);
    if (answer?.status === expected) return answer.body;
    this.seen.refused.push(`${doing}: ${answer?.status ?? 'no answer'} ${answer?.body.slice(0, 120) ?? ''}`);
    return null;
  }

  acknowledged(kind: 'report' | 'update', key: string, reference: string | undefined): void {
    this.ledger.entries.push({ kind, key, acknowledged: reference ?? '', kept: false, sent: 1 });
  }

  async readPage(): Promise<void> {
    await this.ask('status page', '/', { headers: this.#anywhere() });
    await pause(200);
  }

  /** Somebody without scripts, in a network of their own. */
  async report(): Promise<void> {
    const key = randomUUID();
    const from = this.#anywhere();
    const page = await this.ask('form', '/report', { headers: from });
    await pause(readingMs);
    if (page === null) return;
    const typed = { service: 'printing', experience: 'UNUSABLE', description: `ledger ${key}` };
    const { body, headers } = await encodedForm({ ...hiddenFields(page), ...typed });
    const { url } = this.people.standing.product;
    const sent = await this.ask('report', '/report', {
      body,
      headers: { ...from, ...headers, origin: url },
    });
    if (sent === null) return;
    const reference = ofReport.exec(sent)?.[1];
    if (reference) this.acknowledged('report', key, reference);
    else this.seen.refused.push('report: the form came back');
  }

  async lookAround(): Promise<void> {
    const { manager, random } = this.people;
    await this.ask('console', random.pick(consolePages), { headers: manager.headers });
    await pause(700);
  }

  async update(): Promise<void> {
    const { manager, incident } = this.people;
    const key = randomUUID();
    const body = { audience: 'INTERNAL', text: `ledger ${key}` };
    const path = `/api/v1/incidents/${incident}/updates`;
    const said = await this.ask('update', path, { body, headers: manager.headers }, 201);
    if (said !== null) this.acknowledged('update', key, JSON.parse(said).updateId);
    await pause(2_000);
  }

  #anywhere(): Record<string, string> {
    const { random } = this.people;
    return { 'x-forwarded-for': `10.${random.between(0, 255)}.${random.between(0, 255)}.9` };
  }
}

/** People at their own pace: readers, reporters, and a member who looks around and publishes. */
export function startBystanders(people: People): Bystanders {
  const town = new Town(people);
  const lives = [
    () => town.readPage(),
    () => town.report(),
    () => town.report(),
    () => town.lookAround(),
    () => town.lookAround(),
    () => town.update(),
  ];
  const done = lives.map(async (live) => {
    while (!town.isOver) await live();
  });
  return {
    ledger: town.ledger,
    experience: () => {
      const { seen } = town;
      town.seen = { times: new Map(), refused: [] };
      return seen;
    },
    stop: async () => {
      town.isOver = true;
      await Promise.all(done);
    },
  };
}

/** The p99 of whatever took the longest, in milliseconds. */
export function slowestP99({ times }: Experience): number {
  return Math.max(0, ...[...times.values()].map((list) => percentile(list, 0.99)));
}

export function shownExperience({ times }: Experience): string {
  const parts = [...times].map(([doing, list]) => `${doing} ${shownMs(percentile(list, 0.99))}`);
  return parts.sort().join(', ');
}
