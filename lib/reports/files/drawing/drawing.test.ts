import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { Drawing } from './drawing';
import type { Drawn, Order } from './orders';
import { unfoldingPng } from './testing/hostile-pictures';

const here = import.meta.dirname;
const made: Drawing[] = [];

function drawingBy(program: string, options: { patience?: number; rest?: number } = {}): Drawing {
  const one = new Drawing({ program: join(here, program), patience: 45_000, rest: 10_000, ...options });
  made.push(one);
  return one;
}

afterEach(() => {
  for (const one of made.splice(0)) one.stop();
});

const order = (...bytes: number[]): Order => ({ kind: 'png', bytes: Buffer.from(bytes), pixels: 1 });
const red = { create: { width: 40, height: 30, channels: 3 as const, background: 'red' } };

describe('pictures are drawn in a process of its own', () => {
  test('which draws the same pixels', async () => {
    const bytes = await sharp(red).png().toBuffer();
    const drawn = (await drawingBy('draw.ts').draw({ kind: 'png', bytes, pixels: 1_200 }, [
      'a',
      'r',
    ])) as Drawn;
    expect(drawn).toMatchObject({ width: 40, height: 30 });
    expect(await sharp(drawn.bytes).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
  });

  test('which draws no more pixels than were said', async () => {
    const bytes = await sharp(red).jpeg().toBuffer();
    const draw = (pixels: number) => drawingBy('draw.ts').draw({ kind: 'jpeg', bytes, pixels }, ['a', 'r']);
    expect(await draw(1_200)).toMatchObject({ width: 40, height: 30 });
    expect(await draw(1_199)).toBe('damaged');
  });

  test('which puts out no more than 8 MB, however little was sent', async () => {
    const bytes = unfoldingPng(6_000, 1_850);
    expect(bytes.byteLength).toBeLessThan(1_000_000);
    expect((await sharp(bytes).png({ compressionLevel: 4 }).toBuffer()).byteLength).toBeGreaterThan(
      8_000_000,
    );
    const order: Order = { kind: 'png', bytes, pixels: 11_100_000 };
    const drawn = (await drawingBy('draw.ts').draw(order, ['a', 'r'])) as Drawn;
    expect(drawn).toMatchObject({ kind: 'jpeg' });
    expect(drawn.bytes.byteLength).toBeLessThanOrEqual(8_000_000);
    expect(await sharp(drawn.bytes).metadata()).toMatchObject({ format: 'jpeg', width: drawn.width });
  });

  test('which knows no secret of ours', async () => {
    process.env.STANDBY_SECRET ??= 'hush';
    const { bytes } = (await drawingBy('testing/badly-ending-process.ts').draw(order(4), [
      'a',
      'r',
    ])) as Drawn;
    expect(Buffer.from(bytes).toString()).not.toMatch(/STANDBY|DATABASE|PATH/);
  });

  test('which is let go when nothing came for a while', async () => {
    const drawing = drawingBy('draw.ts', { rest: 20 });
    await drawing.draw(order(0), ['a', 'r']);
    expect(drawing.pid).toBeGreaterThan(0);
    await expect.poll(() => drawing.pid).toBeUndefined();
  });
});

describe('the end of that process harms nobody', () => {
  test.each([
    ['a decoder that crashes', 1, 'damaged'],
    ['a picture that takes too much memory', 3, 'memory'],
  ])('%s', async (_, how, expected) => {
    const drawing = drawingBy('testing/badly-ending-process.ts');
    expect(await drawing.draw(order(how), ['a', 'r'])).toBe(expected);
    expect(await drawing.draw(order(5), ['a', 'r'])).toMatchObject({ width: 1 });
  });

  test('a picture that is never done', async () => {
    const drawing = drawingBy('testing/badly-ending-process.ts', { patience: 4_000 });
    const [never, next] = [drawing.draw(order(0), ['a', 'r']), drawing.draw(order(3), ['b', 's'])];
    expect(await never).toBe('time');
    expect(await next).toBe('memory');
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)('%s at rest is no fault of the next picture', async (signal) => {
    const drawing = drawingBy('testing/badly-ending-process.ts');
    await drawing.draw(order(5), ['a', 'r']);
    process.kill(drawing.pid as number, signal);
    await expect.poll(() => drawing.pid).toBeUndefined();
    expect(await drawing.draw(order(5), ['a', 'r'])).toMatchObject({ width: 1 });
  });

  test('a process that cannot start is no fault of the picture', async () => {
    for (const drawing of [drawingBy('nothing-here.ts'), drawingBy('testing/badly-ending-process.ts')]) {
      await expect(drawing.draw(order(2), ['a', 'r'])).rejects.toMatchObject({ code: 'unavailable' });
    }
  });
});

describe('turns go round', () => {
  test('among networks first, then among the reports of one', async () => {
    const drawing = drawingBy('draw.ts');
    const done: string[] = [];
    const draw = (network: string, report: string) =>
      drawing.draw(order(0), [network, report]).then(() => done.push(`${network}${report}`));
    await Promise.all([
      ...['1', '1', '1', '2', '2'].map((report) => draw('a', report)),
      draw('b', '1'),
      draw('c', '1'),
    ]);
    expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'a1', 'a2', 'a1']);
  });

  test('and a report has no more than four in the queue', async () => {
    const drawing = drawingBy('draw.ts');
    const sent = Array.from({ length: 6 }, () => drawing.draw(order(0), ['a', '1']));
    const other = drawing.draw(order(0), ['a', '2']);
    const answers = await Promise.allSettled(sent);
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await other).toBe('damaged');
  });

  test.each([6, 20])(
    'and %i networks that fill the queue, each within its share, keep no stranger out of it',
    async (networks) => {
      const drawing = drawingBy('draw.ts');
      const ends: string[] = [];
      const send = (network: string, report: string) =>
        drawing.draw(order(0), [network, report]).then(
          () => ends.push(network),
          ({ code }) => code,
        );
      const crowd = Array.from({ length: 8 * networks }, (_, number) => {
        const network = `n${number % networks}`;
        return send(network, `${network}-${number >= 4 * networks}`);
      });
      const strangers = ['s', 't', 'u'].map((network) => send(network, network));
      for (const place of await Promise.all(strangers)) expect(place).toBeLessThanOrEqual(networks + 4);
      const codes = (await Promise.all(crowd)).filter((end) => typeof end === 'string');
      expect(codes).toHaveLength(8 * networks + 3 - 41);
      expect(new Set(codes)).toEqual(new Set(['unavailable']));
    },
  );
});
