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
