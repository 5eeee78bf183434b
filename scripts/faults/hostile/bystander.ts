import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import type { Ledger } from '@/scripts/faults/ledger';
import { type Asked, askOrNull } from '@/scripts/trial/http';
import { encodedForm, hiddenFields } from '@/scripts/trial/page-form';
import { type Random, random } from '@/scripts/trial/random';
import { pause } from '@/scripts/trial/wait';

/** What the people beside an assault do, and how long each answer took, in milliseconds. */
type Doing = 'status page' | 'form' | 'report' | 'console' | 'update';

export interface Experience {
  times: Map<Doing, number[]>;
  refused: string[];
}

export interface People {
  /** Of the product. */
  url: string;
  seed: number;
  /** What a manager's browser sends. */
  manager: Record<string, string>;
  incident: string;
}

const consolePages = ['/triage', '/incidents', '/services', '/home'];
const ofReport = />(R-[0-9A-Z]{6})</;
/** A person reads before they send; faster than this would count as a program, in milliseconds. */
const readingMs = 2_200;

/** People at their own pace: readers, reporters, and a member who looks around and publishes. */
export class Town {
  readonly #ledger: Ledger = { entries: [], refusals: [], open: 0, slowest: 0 };
  readonly #agent = new Agent({ keepAlive: true });
  readonly #people: People;
  readonly #random: Random;
  readonly #done: Promise<unknown>;
  #seen: Experience = { times: new Map(), refused: [] };
  #isOver = false;

  constructor(people: People) {
    this.#people = people;
    this.#random = random(people.seed);
    const lives = [
      () => this.#readPage(),
      () => this.#report(),
      () => this.#report(),
      () => this.#lookAround(),
      () => this.#lookAround(),
      () => this.#update(),
    ];
    this.#done = Promise.all(
      lives.map(async (live) => {
        while (!this.#isOver) await live();
      }),
    );
  }

  /** Whatever they met since this was asked for the last time. */
  experience(): Experience {
    const seen = this.#seen;
    this.#seen = { times: new Map(), refused: [] };
    return seen;
  }

  /** @returns everything that was acknowledged to them */
  async stop(): Promise<Ledger> {
    this.#isOver = true;
    await this.#done;
    return this.#ledger;
  }

  /** The answer's text, or null for everything but the status that is expected. */
  async #ask(doing: Doing, path: string, asked: Asked = {}, expected = 200): Promise<string | null> {
    const began = performance.now();
    const url = `${this.#people.url}${path}`;
    const answer = await askOrNull(url, { agent: this.#agent, timeout: 60_000, ...asked });
    const ms = performance.now() - began;
    this.#ledger.slowest = Math.max(this.#ledger.slowest, ms);
    const times = this.#seen.times.get(doing) ?? [];
    times.push(ms);
    this.#seen.times.set(doing, times);
    if (answer?.status === expected) return answer.body;
    this.#seen.refused.push(`${doing}: ${answer?.status ?? 'no answer'} ${answer?.body.slice(0, 120) ?? ''}`);
    return null;
  }

  #acknowledged(kind: 'report' | 'update', key: string, reference: string | undefined): void {
    this.#ledger.entries.push({ kind, key, acknowledged: reference ?? '', kept: false, sent: 1 });
  }

  async #readPage(): Promise<void> {
    await this.#ask('status page', '/', { headers: this.#anywhere() });
    await pause(200);
  }

  /** Somebody without scripts, in a network of their own. */
  async #report(): Promise<void> {
    const key = randomUUID();
    const from = this.#anywhere();
    const page = await this.#ask('form', '/report', { headers: from });
    await pause(readingMs);
    if (page === null) return;
    const typed = { service: 'printing', experience: 'UNUSABLE', description: `ledger ${key}` };
    const { body, headers } = await encodedForm({ ...hiddenFields(page), ...typed });
    const { url } = this.#people;
    const sent = await this.#ask('report', '/report', {
      body,
      headers: { ...from, ...headers, origin: url },
    });
    if (sent === null) return;
    const reference = ofReport.exec(sent)?.[1];
    if (reference) this.#acknowledged('report', key, reference);
    else this.#seen.refused.push('report: the form came back');
  }

  async #lookAround(): Promise<void> {
    const { manager } = this.#people;
    await this.#ask('console', this.#random.pick(consolePages), { headers: manager });
    await pause(700);
  }

  async #update(): Promise<void> {
    const { manager, incident } = this.#people;
    const key = randomUUID();
    const body = { audience: 'INTERNAL', text: `ledger ${key}` };
    const path = `/api/v1/incidents/${incident}/updates`;
    const said = await this.#ask('update', path, { body, headers: manager }, 201);
    if (said !== null) this.#acknowledged('update', key, JSON.parse(said).updateId);
    await pause(2_000);
  }

  #anywhere(): Record<string, string> {
    const random = this.#random;
    return { 'x-forwarded-for': `10.${random.between(0, 255)}.${random.between(0, 255)}.9` };
  }
}
