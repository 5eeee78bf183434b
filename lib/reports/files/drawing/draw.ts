// A process of its own that draws one picture after the other. Decoders are the code that a stranger's bytes reach
// first: here they have no secrets, no database, and an end that harms nobody. Node runs this file as it stands.
import { setPriority } from 'node:os';
import sharp, { type Sharp } from 'sharp';
import type { NotDrawn, Order, OrderAnswer } from './orders';

/** Of the whole process, in bytes; far more than a picture of the most pixels that are let in needs. */
const mostMemory = 640 * 1024 * 1024;
/** Computing time for one picture, in microseconds. */
const mostWork = 5_000_000;
/** Of what is drawn: that is what goes through the process that asked, and is kept. */
const mostBytes = 8_000_000;
const watchMs = 20;

setPriority(5);
// What was drawn is not asked for again, and the other cores are for everybody else.
sharp.cache(false);
sharp.concurrency(1);

const asPhotograph = (picture: Sharp): Sharp =>
  picture.flatten({ background: 'white' }).jpeg({ quality: 85 });

/** As it is; where that takes too many bytes, as a photograph, and then as a smaller one. */
async function draw({ kind, bytes, pixels }: Order): Promise<OrderAnswer> {
  const upright = () => sharp(bytes, { failOn: 'error', limitInputPixels: pixels }).rotate();
  const ways = [
    ...(kind === 'png' ? [() => upright().png({ compressionLevel: 4 })] : []),
    () => asPhotograph(upright()),
    () => asPhotograph(upright().resize(3_000, 3_000, { fit: 'inside', withoutEnlargement: true })),
  ];
  for (const way of ways) {
    const { data, info } = await way().toBuffer({ resolveWithObject: true });
    const drawnAs = info.format === 'png' ? 'png' : 'jpeg';
    if (data.byteLength <= mostBytes)
      return { kind: drawnAs, bytes: data, width: info.width, height: info.height };
  }
  return { notDrawn: 'bytes' };
}

const answer = (said: OrderAnswer, then = () => {}): void => void process.send?.(said, then);

/** An orderly end would wait for the decoder, which cannot be stopped in the middle. */
const end = (): void => void process.kill(process.pid, 'SIGKILL');

function watch(): NodeJS.Timeout {
  const before = process.cpuUsage();
  const giveUp = (notDrawn: NotDrawn): void => answer({ notDrawn }, end);
  return setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if (user + system > mostWork) giveUp('time');
    if (process.memoryUsage.rss() > mostMemory) giveUp('memory');
  }, watchMs);
}

process.on('message', async (order: Order) => {
  const watching = watch();
  const said = await draw(order).catch(() => ({ notDrawn: 'damaged' }) as const);
  clearInterval(watching);
  answer(said);
});
process.on('disconnect', end);
