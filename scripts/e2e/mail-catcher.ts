import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail as it arrived, in the order of arrival. */
export interface CaughtMail {
  id: string;
  messageId: string | undefined;
  /** The addresses of the envelope, which the headers need not repeat. */
  recipients: string[];
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  receivedAt: string;
}

/** How the server treats the next mails: takes them, puts them off (451), refuses them (550), or hangs up. */
type Behaviour = 'accept' | 'put-off' | 'refuse' | 'drop';

export interface MailCatcher {
  port: number;
  mails: CaughtMail[];
  behave(behaviour: Behaviour, delay?: number): void;
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it gets. `delay` is in milliseconds, before every answer to DATA. */
export async function startMailCatcher(port = 0): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const manner: { behaviour: Behaviour; delay: number } = { behaviour: 'accept', delay: 0 };
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      void take(stream, session)
        .then(async (mail) => {
          if (manner.delay > 0) await pause(manner.delay);
          if (manner.behaviour === 'drop') return sockets.get(session.remotePort)?.destroy();
          const refusal = refusalFor(manner.behaviour);
          if (!refusal) mails.push(mail);
          done(refusal);
        })
        .catch(done);
    },
  });
  server.on('error', () => {});
  const listener = server.listen(port, '127.0.0.1');
  listener.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The mail catcher has no port.');
  return {
    port: address.port,
    mails,
    behave(behaviour, delay = 0) {
      Object.assign(manner, { behaviour, delay });
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<CaughtMail> {
  const parsed = await simpleParser(stream);
  return {
    id: randomUUID(),
    messageId: parsed.messageId,
    recipients: session.envelope.rcptTo.map(({ address }) => address.toLowerCase()),
    from: addressText(parsed.from),
    to: addressText(parsed.to),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    headers: headersOf(parsed),
    receivedAt: new Date().toISOString(),
  };
}

function refusalFor(behaviour: Behaviour): Error | null {
  if (behaviour === 'put-off') return Object.assign(new Error('Try again later'), { responseCode: 451 });
  if (behaviour === 'refuse') return Object.assign(new Error('No such mailbox'), { responseCode: 550 });
  return null;
}

function addressText(found: AddressObject | AddressObject[] | undefined): string {
  return [found ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
}

function headersOf(parsed: ParsedMail): Record<string, string> {
  return Object.fromEntries(
    parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
  );
}
