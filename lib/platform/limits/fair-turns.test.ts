import { expect, test } from 'vitest';
import { FairTurns } from './fair-turns';

/** Work that ends when it is told to, in the order in which it began. */
function workshop(turns: FairTurns) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const refused: string[] = [];
  const ask = (whose: string) =>
    turns
      .take({ addressBlock: whose }, async () => {
        begun.push(whose);
        await new Promise<void>((end) => ends.push(end));
      })
      .catch(() => void refused.push(whose));
  const settle = () => new Promise((done) => setImmediate(done));
  const end = async () => {
    ends.shift()?.();
    await settle();
  };
  return { begun, refused, ask, end, settle };
}

test('turns go round among networks: nobody waits for all the work of somebody else', async () => {
  const { begun, ask, end, settle } = workshop(new FairTurns(1, 64, 'Full.'));
  for (let made = 0; made < 10; made += 1) void ask('flood');
  void ask('quiet');
  await settle();
  await end();
  expect(begun).toEqual(['flood', 'quiet']);
  for (let made = 0; made < 10; made += 1) await end();
  expect(begun).toHaveLength(11);
});

test('in a full queue whoever has the most in it makes room for others, and for itself there is none', async () => {
  const { begun, refused, ask, end, settle } = workshop(new FairTurns(1, 4, 'Full.'));
  for (let made = 0; made < 6; made += 1) void ask('flood');
  await settle();
  expect(refused).toEqual(['flood']);
  void ask('quiet');
  await settle();
  expect(refused).toEqual(['flood', 'flood']);
  await end();
  expect(begun.at(-1)).toBe('quiet');
});

test('the networks of one site take turns as one', async () => {
  const turns = new FairTurns(1, 64, 'Full.');
  const begun: string[] = [];
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const take = (addressBlock: string, addressSite: string) =>
    turns.take({ addressBlock, addressSite }, async () => void begun.push(addressBlock));
  const first = turns.take({ addressBlock: 'a0', addressSite: 'a' }, () => held);
  const others = [take('a1', 'a'), take('a2', 'a'), take('a3', 'a'), take('b1', 'b')];
  release();
  await Promise.all([first, ...others]);
  expect(begun).toEqual(['b1', 'a1', 'a2', 'a3']);
});

test('in a site turns go round among callers, each with so many at once', async () => {
  const turns = new FairTurns(3, 64, 'Full.', 2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const take = (caller: string, name: string) =>
    turns.take({ addressBlock: 'a', caller }, async () => {
      begun.push(name);
      await new Promise<void>((end) => ends.push(end));
    });
  const all = [
    ...['m1', 'm2', 'm3', 'm4'].map((name) => take('much', name)),
    take('one', 'o1'),
    take('two', 't1'),
  ];
  expect(begun).toEqual(['m1', 'm2', 'o1']);
  while (begun.length < all.length) {
    ends.shift()?.();
    await new Promise((done) => setImmediate(done));
  }
  expect(begun).toEqual(['m1', 'm2', 'o1', 'm3', 't1', 'm4']);
  for (const end of ends) end();
  await Promise.all(all);
});

test('in a queue full of one site whoever has the most of it makes room for another caller', async () => {
  const turns = new FairTurns(1, 3, 'Full.', 1);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const refused: string[] = [];
  const take = (caller: string) =>
    turns.take({ addressBlock: 'a', caller }, () => held).catch(() => void refused.push(caller));
  const all = ['much', 'much', 'much', 'much', 'one', 'much'].map(take);
  await new Promise((done) => setImmediate(done));
  expect(refused).toEqual(['much', 'much']);
  release();
  await Promise.all(all);
});

test('nobody goes ahead of a caller of their site by another name each time, nor by none', async () => {
  for (const strangers of [(count: number) => `made up ${count}`, () => null]) {
    const turns = new FairTurns(1, 64, 'Full.', 1);
    const begun: (string | null)[] = [];
    const ends: (() => void)[] = [];
    let made = 0;
    const take = (caller: string | null) =>
      void turns.take({ addressBlock: 'a', caller }, async () => {
        begun.push(caller);
        await new Promise<void>((end) => ends.push(end));
      });
    const round = async () => {
      for (let more = 0; more < 3; more += 1) take(strangers(made++));
      ends.shift()?.();
      await new Promise((done) => setImmediate(done));
    };
    take('member');
    await round();
    take('member');
    for (let rounds = 0; rounds < 6; rounds += 1) await round();
    expect(begun.filter((caller) => caller === 'member')).toHaveLength(2);
  }
});
