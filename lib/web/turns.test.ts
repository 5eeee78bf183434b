import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { callerOf, fairly } from './turns';

const from = (address: string, headers: IncomingMessage['headers'] = {}) =>
  callerOf({ headers }, { address, client: null });

/** Pieces of work that end when they are told to, and the order in which they began. */
function workshop() {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    began.push(name);
    return new Promise<string>((end) => ends.set(name, () => end(name)));
  };
  return { began, work, end: (name: string) => ends.get(name)?.() };
}

/** Nothing else is done meanwhile. */
function keepBusy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('who asks for much waits for themselves, and not the others for them', async () => {
  const { began, work, end } = workshop();
  const inTurn = fairly(1, 1);
  const much = ['a1', 'a2', 'a3'].map((name) => inTurn(from('203.0.113.7'), work(name)));
  const other = inTurn(from('198.51.100.7'), work('b1'));
  end('a1');
  await much[0];
  await expect.poll(() => began).toEqual(['a1', 'b1']);
  end('b1');
  expect(await other).toBe('b1');
  await expect.poll(() => began).toEqual(['a1', 'b1', 'a2']);
});

test('work that only waits leaves its turn, and is answered all the same', async () => {
  const { began, work, end } = workshop();
  const inTurn = fairly(1, 1);
  const first = inTurn(from('203.0.113.7'), work('waits'));
  const second = inTurn(from('203.0.113.7'), work('next'));
  await expect.poll(() => began).toEqual(['waits', 'next']);
  end('waits');
  end('next');
  expect(await Promise.all([first, second])).toEqual(['waits', 'next']);
});

test('work that takes the processor keeps its turn, for a second at most', async () => {
  const { began, work } = workshop();
  const inTurn = fairly(1, 1);
  void inTurn(from('203.0.113.7'), work('first'));
  void inTurn(from('203.0.113.7'), work('second'));
  const rounds: number[] = [];
  for (let round = 0; began.length < 2; round += 1) {
    rounds.push(round);
    keepBusy(60);
    await new Promise((next) => setImmediate(next));
  }
  expect(rounds.length).toBeGreaterThan(3);
});

test('what fails fails for its own caller, and the next has its turn', async () => {
  const inTurn = fairly(1, 1);
  const failing = inTurn(from('203.0.113.7'), () => Promise.reject(new Error('broken')));
  const next = inTurn(from('203.0.113.7'), async () => 'fine');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('fine');
});

test('somebody with a session waits for no more than a few of another one in the same network', async () => {
  const { began, work, end } = workshop();
  const inTurn = fairly(4, 2);
  const of = (token: string) => from('203.0.113.7', { cookie: `a=b; next-auth.session-token=${token}` });
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) void inTurn(of('a'), work(name));
  const other = inTurn(of('b'), work('b1'));
  await expect.poll(() => began).toEqual(['a1', 'a2', 'b1']);
  end('b1');
  expect(await other).toBe('b1');
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) {
    await expect.poll(() => began).toContain(name);
    end(name);
  }
});

test('a key is a caller, and whoever has neither key nor session is of their network only', () => {
  const caller = (headers: IncomingMessage['headers']) => from('203.0.113.7', headers).caller;
  expect(caller({ authorization: 'Bearer one' })).not.toBe(caller({ authorization: 'Bearer two' }));
  expect(caller({ cookie: 'theme=dark' })).toBeNull();
  expect(caller({ authorization: 'Basic cHJveHk6YWxs' })).toBeNull();
  const signedIn = { cookie: 'next-auth.session-token=a' };
  expect(caller({ ...signedIn, authorization: 'x1' })).toBe(caller({ ...signedIn, authorization: 'x2' }));
});
