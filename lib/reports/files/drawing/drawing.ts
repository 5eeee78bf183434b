import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import { bytesOf, FairQueue, type Waiting } from '@/lib/platform/limits/fair-queue';
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

interface Ordered extends Waiting {
  order: Order;
  bytes: number;
  resolve: (drawn: Drawn | NotDrawn) => void;
  reject: (error: AppError) => void;
}

/** What may wait for its turn, of everybody, and of one network and one report; a small picture may be much work too. */
const beyond = 'refused';
const queue = {
  most: limit({
    name: 'drawing',
    counts: 'pictures that wait to be drawn; a full queue drops the last one of the network with the most',
    most: 40,
    beyond,
  }).most,
  bytes: 80_000_000,
};
const shares = [
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

/** Draws pictures in a process of its own, one at a time; turns go round among networks, then among the reports of one. */
export class Drawing {
  readonly #options: DrawingOptions;
  readonly #queue = new FairQueue<Ordered>(queue.most, queue.bytes);
  #drawing = false;
  #child: ChildProcess | null = null;
  #resting: NodeJS.Timeout | undefined;

  constructor(options: DrawingOptions) {
    this.#options = options;
  }

  /**
   * @param from whose it is: the network, then the report
   * @throws AppError `rate_limited` when too many of theirs wait, `unavailable` when too many of everybody do, or when no
   *   process can be started
   */
  async draw(order: Order, from: readonly string[]): Promise<Drawn | NotDrawn> {
    const { byteLength: bytes } = order.bytes;
    if (this.#hasMuch(bytes, from)) throw refusal('rate_limited');
    return await new Promise((resolve, reject) => {
      for (const one of this.#queue.add({ order, from, bytes, resolve, reject }))
        one.reject(refusal('unavailable'));
      void this.#work();
    });
  }

  /** The id of the process that draws, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  #hasMuch(more: number, from: readonly string[]): boolean {
    return shares.some(({ of, bytes }, depth) => {
      const own = this.#queue.waiting.filter((one) => one.from[depth] === from[depth]);
      return own.length >= of.most || bytesOf(own) + more > bytes;
    });
  }

  async #work(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    clearTimeout(this.#resting);
    for (let next = this.#queue.next(); next; next = this.#queue.next()) {
      await this.#order(next.order).then(next.resolve, next.reject);
    }
    this.#drawing = false;
    this.#resting = setTimeout(() => this.stop(), this.#options.rest).unref();
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

function refusal(code: 'rate_limited' | 'unavailable'): AppError {
  const sentence = 'Many pictures are being taken in at the moment. Send this one again in half a minute.';
  return new AppError(code, sentence, { retryAfter: 30 });
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
