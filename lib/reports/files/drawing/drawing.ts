import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import { limit } from '@/lib/platform/limits/limit';
import { logger } from '@/lib/platform/process/log';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import type { Drawn, NotDrawn, Order, OrderAnswer } from './orders';

/** What it takes for a picture to be drawn; tests shorten it. */
interface DrawingOptions {
  program: string;
  /** Milliseconds for one picture, however little of the machine it got. */
  patience: number;
  /** Milliseconds after the last picture until the process is let go, with its memory. */
  rest: number;
}

interface Waiting {
  order: Order;
  /** From whom, the widest first: the network, then the report. */
  from: readonly string[];
  resolve: (drawn: Drawn | NotDrawn) => void;
  reject: (error: AppError) => void;
}

/** What may wait for its turn, of everybody, of one network and of one report; a small picture may be much work too. */
const beyond = 'refused';
const rooms = [
  {
    of: limit({ name: 'drawing', counts: 'pictures that wait to be drawn', most: 40, beyond }),
    bytes: 80_000_000,
  },
  {
    of: limit({
      name: 'drawing:network',
      counts: 'pictures of a network, or of a whole /48 of IPv6, that wait to be drawn',
      most: 8,
      beyond,
    }),
    bytes: 25_000_000,
  },
  {
    of: limit({
      name: 'drawing:report',
      counts: 'pictures of one report that wait to be drawn',
      most: 4,
      beyond,
    }),
    bytes: 25_000_000,
  },
];

/**
 * Draws pictures in a process of its own, one at a time. Turns go round: first among networks, then among the reports of
 * one, so that nobody waits for all the pictures of somebody else.
 */
export class Drawing {
  readonly #options: DrawingOptions;
  readonly #waiting: Waiting[] = [];
  /** When each was last drawn for, counted in pictures. */
  readonly #served = new Map<string, number>();
  #turn = 0;
  #drawing = false;
  #child: ChildProcess | null = null;
  #resting: NodeJS.Timeout | undefined;

  constructor(options: DrawingOptions) {
    this.#options = options;
  }

  /** @throws AppError `rate_limited` when too many wait, `unavailable` when no process can be started */
  async draw(order: Order, from: readonly string[]): Promise<Drawn | NotDrawn> {
    this.#assertRoom(order, from);
    return await new Promise((resolve, reject) => {
      this.#waiting.push({ order, from, resolve, reject });
      void this.#work();
    });
  }

  /** The id of the process that draws, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  #assertRoom(order: Order, from: readonly string[]): void {
    const isFull = rooms.some((most, depth) => {
      const whose = from.slice(0, depth).join();
      const waiting = this.#waiting.filter((one) => one.from.slice(0, depth).join() === whose);
      const bytes = waiting.reduce((sum, one) => sum + one.order.bytes.byteLength, order.bytes.byteLength);
      return waiting.length >= most.of.most || bytes > most.bytes;
    });
    if (!isFull) return;
    const sentence = 'Many pictures are being taken in at the moment. Send this one again in half a minute.';
    throw new AppError('rate_limited', sentence, { retryAfter: 30 });
  }

  async #work(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    clearTimeout(this.#resting);
    for (let next = this.#next(); next; next = this.#next()) {
      await this.#order(next.order).then(next.resolve, next.reject);
    }
    this.#drawing = false;
    this.#served.clear();
    this.#resting = setTimeout(() => this.stop(), this.#options.rest).unref();
  }

  /** Whose network, and then whose report, had its turn the longest ago. */
  #next(): Waiting | undefined {
    const turns = ({ from }: Waiting): number[] =>
      from.map((_, depth) => this.#served.get(from.slice(0, depth + 1).join()) ?? 0);
    const earlier = (a: number[], b: number[]): number =>
      a.map((turn, depth) => turn - (b[depth] ?? 0)).find((difference) => difference !== 0) ?? 0;
    const [first] = this.#waiting.toSorted((a, b) => earlier(turns(a), turns(b)));
    if (!first) return undefined;
    this.#waiting.splice(this.#waiting.indexOf(first), 1);
    this.#turn += 1;
    for (const depth of first.from.keys())
      this.#served.set(first.from.slice(0, depth + 1).join(), this.#turn);
    return first;
  }

  async #order(order: Order): Promise<Drawn | NotDrawn> {
    this.#child ??= this.#start();
    const child = this.#child;
    const impatience = setTimeout(() => child.kill('SIGKILL'), this.#options.patience);
    try {
      const answer = await answerOf(child, order);
      if (!('notDrawn' in answer)) return answer;
      if (answer.notDrawn !== 'damaged') this.stop();
      return answer.notDrawn;
    } catch (error) {
      this.stop();
      // Killed by us or by the system for what it took; any other signal is a decoder that met what it cannot read.
      if (child.signalCode) return child.signalCode === 'SIGKILL' ? 'time' : 'damaged';
      logger().error({ err: error }, 'pictures cannot be drawn');
      const sentence = 'Pictures cannot be taken in at the moment. Send this one again in a minute.';
      throw new AppError('unavailable', sentence, { retryAfter: 60 });
    } finally {
      clearTimeout(impatience);
    }
  }

  #start(): ChildProcess {
    // Nothing of the environment goes along: no secret, no address of the database.
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', this.#options.program], {
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    // Without a listener a failed start would end this process; who waits for an answer hears of it.
    child.on('error', () => {});
    // It may end at rest, when the system needs its memory; that is no fault of the next picture.
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    return child;
  }

  /** Lets the process go; the next picture starts another. */
  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

/** @throws Error when the process ends without an answer, or cannot be started */
function answerOf(child: ChildProcess, order: Order): Promise<OrderAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<OrderAnswer>();
  const ended = (code: number | null, signal: string | null) =>
    reject(new Error(`the process that draws ended: ${signal ?? code}`));
  child.once('message', resolve).once('error', reject).once('exit', ended);
  child.ref();
  child.channel?.ref();
  child.send(order, (error) => error && reject(error));
  return promise.finally(() => {
    child.off('message', resolve).off('error', reject).off('exit', ended);
    // At rest it holds nobody back from ending.
    child.unref();
    child.channel?.unref();
  });
}

export const drawing = oncePerProcess(
  'drawing of pictures',
  () =>
    new Drawing({
      program: join(/* turbopackIgnore: true */ process.cwd(), 'lib/reports/files/drawing/draw.ts'),
      patience: 45_000,
      rest: 10_000,
    }),
);
