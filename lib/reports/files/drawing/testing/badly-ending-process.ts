// Stands in for the process that draws, and ends as the first byte of its picture says.
import type { Order } from '@/lib/reports/files/drawing/orders';

process.on('message', ({ bytes }: Order) => {
  const [how] = bytes;
  if (how === 1) process.kill(process.pid, 'SIGSEGV');
  if (how === 2) process.exit(1);
  if (how === 3) process.send?.({ notDrawn: 'memory' });
  if (how === 4)
    process.send?.({ kind: 'png', bytes: Buffer.from(Object.keys(process.env).join()), width: 1, height: 1 });
  if (how === 5)
    process.send?.({ kind: 'png', bytes: Buffer.from(String(process.pid)), width: 1, height: 1 });
});
