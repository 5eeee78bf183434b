import { randomUUID } from 'node:crypto';
import { type ArrivedMail, startMailServer, type TestMailServer } from '@/lib/deliveries/testing/mail-server';
import type { Random } from '@/scripts/trial/random';
import { pause } from '@/scripts/trial/wait';

interface Mailed {
  to: string;
  messageId: string;
  /** When it was taken, in milliseconds since 1970. */
  at: number;
}

export interface MailSink {
  server: TestMailServer;
  mails: Mailed[];
  /** How many tries were put off or hung up on. */
  refused: number;
}

/** A mail server on a bad day: it puts off or drops `share` of all tries, and takes its time for each. */
export async function startMailSink(random: Random, share: number, delay: number): Promise<MailSink> {
  const server = await startMailServer();
  const sink: MailSink = { server, mails: [], refused: 0 };
  server.beforeAnswer = () => pause(delay);
  server.atData = () => {
    if (random.next() >= share) return null;
    sink.refused += 1;
    return random.pick([
      { code: 421, text: 'Too many connections, try again later' },
      { code: 451, text: `Greylisted ${randomUUID().slice(0, 8)}, try again later` },
      'drop' as const,
    ]);
  };
  server.onArrival = ({ to, messageId }: ArrivedMail) => {
    sink.mails.push({ to: to[0] ?? '', messageId, at: Date.now() });
    // Only what is compared is kept, not ten thousand texts.
    server.arrived.length = 0;
  };
  return sink;
}
