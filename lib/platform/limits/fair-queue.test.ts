import { expect, test } from 'vitest';
import { FairQueue, type Waiting } from './fair-queue';

interface Sent extends Waiting {
  name: string;
}

const sent = (network: string, bytes = 0, name = network): Sent => ({ name, from: [network], bytes });
const names = (some: readonly Sent[]) => some.map(({ name }) => name);

function filled(queue: FairQueue<Sent>, ...all: Sent[]): FairQueue<Sent> {
  expect(all.flatMap((one) => queue.add(one))).toEqual([]);
  return queue;
}

test('in a full queue the last one of whoever has the most makes room for whoever has less', () => {
  const queue = filled(
    new FairQueue(4),
    sent('a', 0, 'a1'),
    sent('a', 0, 'a2'),
    sent('a', 0, 'a3'),
    sent('b'),
  );
  expect(names(queue.add(sent('c')))).toEqual(['a3']);
  expect(names(queue.add(sent('d')))).toEqual(['a2']);
  expect(names(queue.waiting)).toEqual(['a1', 'b', 'c', 'd']);
});

test('and whoever has the most, or as many as everybody, finds no room', () => {
  const queue = filled(new FairQueue(3), sent('a'), sent('a'), sent('b'));
  expect(names(queue.add(sent('a', 0, 'third')))).toEqual(['third']);
  expect(names(queue.add(sent('b', 0, 'second')))).toEqual(['second']);
  expect(queue.waiting).toHaveLength(3);
});

test('where bytes are short, room is made by those who hold the most of them, and by as few as will do', () => {
  const small = Array.from({ length: 6 }, () => sent('small', 1));
  const queue = filled(new FairQueue(40, 60), ...small, sent('a', 20), sent('b', 20), sent('b', 10, 'b2'));
  expect(names(queue.add(sent('c', 12)))).toEqual(['b2']);
  expect(names(queue.add(sent('d', 30)))).toEqual(['d']);
  expect(names(queue.add(sent('d', 8)))).toEqual(['a']);
});

test('somebody who keeps a full queue busy for ever is not remembered for ever', () => {
  const queue = new FairQueue<Sent>(2);
  filled(queue, sent('first'));
  expect(queue.next()?.name).toBe('first');
  for (let network = 0; network < 20_000; network += 1) {
    filled(queue, sent(`n${network}`));
    queue.next();
  }
  filled(queue, sent('n19999'), sent('first'));
  expect(names([queue.next(), queue.next()] as Sent[])).toEqual(['first', 'n19999']);
});

test('in a queue full of one network whoever has the most of it makes room for another of it', () => {
  const of = (caller: string, name: string): Sent => ({ name, from: ['a', caller] });
  const queue = filled(new FairQueue(3), of('much', 'm1'), of('much', 'm2'), of('much', 'm3'));
  expect(names(queue.add(of('one', 'o1')))).toEqual(['m3']);
  expect(names(queue.add(of('much', 'm4')))).toEqual(['m4']);
});
