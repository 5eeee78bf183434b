import { setTimeout as pause } from 'node:timers/promises';
import { dueDeliveries } from '@/lib/deliveries/sending/due';
import { openSender } from '@/lib/deliveries/sending/sender';

// A sender in a process of its own, so that a test can kill it without a goodbye.
const sender = openSender({ smtpUrl: process.env.SMTP_URL ?? '', claimSeconds: 4 });
for (;;) {
  await Promise.all((await dueDeliveries()).map((id) => sender.send(id)));
  await pause(50);
}
