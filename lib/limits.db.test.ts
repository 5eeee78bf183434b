import { describe, expect, test, vi } from 'vitest';
import { siteOf } from '@/lib/auth/address-block';
import { countTry } from '@/lib/auth/sign-in/sign-in-limits';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { requestReset } from '@/lib/members/commands/request-reset';
import { person } from '@/lib/members/testing/people';
import type { Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { type Limit, limitsOfTheHouse, ofNetwork } from '@/lib/platform/limits/limit';
import { countAttempt, refundAttempt } from '@/lib/platform/limits/rate-limit';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { fileReport } from '@/lib/reports/commands/file';
import { mailLink } from '@/lib/reports/commands/mail-link';
import { assertIntake } from '@/lib/reports/intake/assert-intake';
import { IntakeLimit } from '@/lib/reports/intake/intake-limit';
import { actingReporter, openLink, reporterActor } from '@/lib/reports/links/open-link';
import { trackingPath } from '@/lib/reports/links/tracking-link';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { subscribe } from '@/lib/subscribers/commands/subscribe';

testDatabase();

const from = (addressBlock: string, addressSite?: string): Context => ({
  actor: { kind: 'anonymous' },
  requestId: newId(),
  addressBlock,
  ...(addressSite ? { addressSite } : {}),
});

/** What is counted of a report that looks like that of a person. */
const honest = () => ({ report: { email: 'dana@example.org' }, automatic: false, at: Date.now() });

/** How many of so many tries of one network were let in. */
async function admitted(tries: number, attempt: () => unknown): Promise<number> {
  let count = 0;
  for (let made = 0; made < tries; made += 1) {
    try {
      await attempt();
      count += 1;
    } catch (error) {
      if (!isAppError(error) || error.code !== 'rate_limited') throw error;
    }
  }
  return count;
}

/** What was counted in a bucket so far. */
async function countOf(bucket: string): Promise<number> {
  const windows = await db().rateWindow.findMany({ where: { bucket }, select: { count: true } });
  return windows.reduce((sum, { count }) => sum + count, 0);
}

describe('a network that is over its own limit uses up nobody else’s', () => {
  test('in reports, however many it sends', () =>
    withinOneWindow(600, async () => {
      const limit = new IntakeLimit();
      const report = (block: string) => assertIntake(from(block), honest(), limit);
      expect(await admitted(20_000, () => report('flood'))).toBe(40);
      for (let network = 0; network < 70; network += 1)
        expect(await admitted(40, () => report(`n${network}`))).toBe(40);
    }));

  test('in reports, nor what is counted of all of them, from however many networks', () =>
    withinOneWindow(60, async () => {
      const limit = new IntakeLimit();
      const report = (block: string, site?: string) => assertIntake(from(block, site), honest(), limit);
      expect(await admitted(40, () => report('busy'))).toBe(40);
      let reached = 0;
      for (let network = 0; network < 30_000; network += 1)
        reached += await admitted(1, () => report(`n${network}`, `s${network}`));
      expect(reached).toBe(3_000 - 40);
      expect(await admitted(1, () => report('busy'))).toBe(0);
    }));

  test('in subscriptions', () =>
    withinOneWindow(3_600, async () => {
      const flood = newId();
      const before = await countOf('subscribe:all');
      const ask = (block: string) =>
        subscribe(from(block), { email: `${newId()}@example.org`, services: [] });
      const asked = await Promise.all(Array.from({ length: 60 }, () => admitted(1, () => ask(flood))));
      expect(asked.filter(Boolean)).toHaveLength(20);
      expect((await countOf('subscribe:all')) - before).toBe(20);
      expect(await admitted(1, () => ask(newId()))).toBe(1);
    }));

  test('in sign-ins, where a colleague is behind the same address', () =>
    withinOneWindow(60, async () => {
      const [block, victim, colleague] = [newId(), newId(), newId()];
      const tryAt = (name: string) => countTry({ email: `${name}@example.org`, block, device: null });
      expect(await admitted(40, () => tryAt(victim))).toBe(6);
      expect(await admitted(1, () => tryAt(colleague))).toBe(1);
      expect(await countOf(`sign-in:block:${block}`)).toBe(7);
    }));

  test('in requests for a link, where a colleague is behind the same address', () =>
    withinOneWindow(3_600, async () => {
      const block = newId();
      const ask = (name: string) => mailLink(from(block), { ref: 'R-7K3M9Q', email: `${name}@example.org` });
      const [one, colleague] = [newId(), newId()];
      expect(await admitted(30, () => ask(one))).toBe(5);
      expect(await admitted(1, () => ask(colleague))).toBe(1);
    }));

  test('in requests for a new password', () =>
    withinOneWindow(600, async () => {
      const [flood, quiet] = [newId(), newId()];
      const ask = (block: string) => requestReset(from(block), { email: 'x@example.org' });
      expect(await admitted(30, () => ask(flood))).toBe(10);
      expect(await admitted(1, () => ask(quiet))).toBe(1);
    }));
});

/** Each a network of its own, in one /48 of IPv6. */
const networksOf = (site: string, many: number) => Array.from({ length: many }, () => from(newId(), site));

describe('the networks of one site are no crowd of strangers', () => {
  test('in reports', () =>
    withinOneWindow(600, async () => {
      const limit = new IntakeLimit();
      const site = networksOf(newId(), 256);
      const sent = await Promise.all(
        site.map((network) => admitted(40, () => assertIntake(network, honest(), limit))),
      );
      expect(sent.reduce((sum, count) => sum + count)).toBe(160);
      expect(await admitted(40, () => assertIntake(from(newId()), honest(), limit))).toBe(40);
    }));

  test('in subscriptions', () =>
    withinOneWindow(3_600, async () => {
      const site = networksOf(newId(), 100);
      const ask = (ctx: Context) => subscribe(ctx, { email: `${newId()}@example.org` });
      let asked = 0;
      for (const network of site) asked += await admitted(1, () => ask(network));
      expect(asked).toBe(80);
      expect(await admitted(1, () => ask(from(newId())))).toBe(1);
    }));

  test('in sign-ins on one account', () =>
    withinOneWindow(60, async () => {
      const [site, victim] = [newId(), `${newId()}@example.org`];
      const tries = Array.from({ length: 40 }, () =>
        admitted(1, () => countTry({ email: victim, block: newId(), site, device: null })),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(24);
    }));

  test('in streams and in large bodies, which are counted by the network of an address', () => {
    const sites = ['2001:db8:1:100::1', '2001:db8:1:200::1', '2001:db8:2:100::1'].map(siteOf);
    expect(new Set(sites).size).toBe(2);
    expect(ofNetwork(limitsOfTheHouse()[0] as Limit, { addressBlock: 'b', addressSite: 's' })).toHaveLength(
      2,
    );
  });
});

describe('whoever knows somebody\u2019s address', () => {
  const tokenOf = (id: string) => trackingPath(id).split('/').at(-1) ?? '';
  const links = async (ref: string) =>
    await db().reportToken.findMany({
      where: { report: { ref } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });

  test('keeps them neither from a new link nor from the one that works', () =>
    withinOneWindow(3_600, async () => {
      const email = `${newId()}@example.org`;
      const { ref, trackingPath: path } = await fileReport(visitor(), fromForm({ email }));
      const attacker = from(newId());
      expect(await admitted(30, () => mailLink(attacker, { ref, email }))).toBe(5);
      const before = (await links(ref)).length;
      expect(await admitted(1, () => mailLink(from(newId()), { ref, email }))).toBe(1);
      const all = await links(ref);
      expect(all).toHaveLength(before + 1);
      const given = path.split('/').at(-1) ?? '';
      expect(await openLink('tracking', given)).toMatchObject({ state: 'open' });
      const newest = tokenOf(all.at(-1)?.id ?? '');
      // Looking at it is what a mail program does, too.
      await reporterActor(newest);
      expect(await openLink('tracking', given)).toMatchObject({ state: 'open' });
      await actingReporter(newest);
      expect(await openLink('tracking', given)).toMatchObject({ state: 'expired' });
      expect(await openLink('tracking', newest)).toMatchObject({ state: 'open' });
    }));

  test('fills their mailbox no further, from however many networks, and never keeps them out', () =>
    withinOneWindow(3_600, async () => {
      const { id, email } = await person('RESPONDER');
      const made = () => db().passwordReset.count({ where: { memberId: id } });
      for (let network = 0; network < 20; network += 1) await requestReset(from(newId()), { email });
      expect(await made()).toBe(13);
    }));

  test('as one network leaves room for their own request', () =>
    withinOneWindow(3_600, async () => {
      const { id, email } = await person('RESPONDER');
      const made = () => db().passwordReset.count({ where: { memberId: id } });
      const attacker = from(newId());
      for (let tries = 0; tries < 10; tries += 1) await requestReset(attacker, { email });
      expect(await made()).toBe(3);
      await requestReset(from(newId()), { email });
      expect(await made()).toBe(4);
    }));
});

describe('a bucket that is over', () => {
  test('refuses in memory: a flood of refused attempts writes nothing', () =>
    withinOneWindow(3_600, async () => {
      const rules = [{ bucket: newId(), limit: 2, seconds: 3_600 }];
      for (let made = 0; made < 3; made += 1) await countAttempt(rules);
      const asked = vi.spyOn(pool(), 'query');
      const waits = await Promise.all(Array.from({ length: 1_000 }, () => countAttempt(rules)));
      expect(asked).not.toHaveBeenCalled();
      asked.mockRestore();
      expect(waits.every((wait) => wait > 0 && wait <= 3_600)).toBe(true);
    }));

  test('is over for a process that does not know it yet, and open again once a try was none', () =>
    withinOneWindow(3_600, async () => {
      const rules = [{ bucket: newId(), limit: 1, seconds: 3_600 }];
      expect(await countAttempt(rules)).toBe(0);
      await pool().query('update rate_window set count = count + 5 where bucket = $1', [rules[0]?.bucket]);
      expect(await countAttempt(rules)).toBeGreaterThan(0);
      await pool().query('update rate_window set count = 1 where bucket = $1', [rules[0]?.bucket]);
      await refundAttempt(rules, Date.now());
      expect(await countAttempt(rules)).toBe(0);
    }));

  test('stops no other one, and does not grow without end', async () => {
    for (let made = 0; made < 50; made += 1) {
      const rules = [{ bucket: newId(), limit: 0, seconds: 3_600 }];
      expect(await countAttempt(rules)).toBeGreaterThan(0);
    }
    expect(await countAttempt([{ bucket: newId(), limit: 1, seconds: 3_600 }])).toBe(0);
  });
});

test('a rule that refuses keeps the attempt from those behind it', () =>
  withinOneWindow(3_600, async () => {
    const [own, all] = [newId(), newId()];
    const rules = [
      { bucket: own, limit: 2, seconds: 3_600 },
      { bucket: all, limit: 100, seconds: 3_600 },
    ];
    for (let made = 0; made < 10; made += 1) await countAttempt(rules);
    expect([await countOf(own), await countOf(all)]).toEqual([3, 2]);
  }));
