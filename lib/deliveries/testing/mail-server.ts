import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ArrivedMail {
  to: string[];
  raw: string;
  messageId: string;
}

/** What the server does with a mail: null takes it. `drop` hangs up without an answer. */
type Manner = (address: string, count: number) => { code: number; text: string } | 'drop' | null;

export interface TestMailServer {
  port: number;
  url: string;
  arrived: ArrivedMail[];
  /** Judged at RCPT TO; a refusal there is about the mailbox. */
  atRecipient: Manner;
  /** Judged after the text; `count` is how often this address was tried so far, from 1. */
  atData: Manner;
  /** Waited for before the answer to the text. */
  beforeAnswer: () => Promise<unknown>;
  /** Waited for before a mail counts as taken. */
  onArrival: (mail: ArrivedMail) => unknown;
  parsed: (address: string) => Promise<ParsedMail[]>;
  stop: () => Promise<void>;
}

function failure({ code, text }: { code: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/**
 * A real SMTP server that can also refuse, delay and hang up.
 * @param tls with a certificate of its own making, offered or from the start
 */
export async function startMailServer(
  port = 0,
  tls: 'none' | 'STARTTLS' | 'secure' = 'none',
): Promise<TestMailServer> {
  const tries = new Map<string, number>();
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls === 'none' ? ['STARTTLS', 'AUTH'] : ['AUTH'],
    secure: tls === 'secure',
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, session, done) {
      const verdict = mail.atRecipient(address, 1);
      if (verdict === 'drop') sockets.get(session.remotePort)?.destroy();
      else done(verdict && failure(verdict));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const [address = ''] = to;
        const count = (tries.get(address) ?? 0) + 1;
        tries.set(address, count);
        const raw = Buffer.concat(chunks).toString('utf8');
        const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
        const answer = async (): Promise<void> => {
          await mail.beforeAnswer();
          const verdict = mail.atData(address, count);
          if (verdict === 'drop') {
            sockets.get(session.remotePort)?.destroy();
          } else if (verdict) {
            done(failure(verdict));
          } else {
            const arrived = { to, raw, messageId };
            mail.arrived.push(arrived);
            await mail.onArrival(arrived);
            done();
          }
        };
        void answer();
      });
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
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  const mail: TestMailServer = {
    port: address.port,
    url: `${tls === 'secure' ? 'smtps' : 'smtp'}://127.0.0.1:${address.port}`,
    arrived: [],
    atRecipient: () => null,
    atData: () => null,
    beforeAnswer: async () => {},
    onArrival: () => {},
    parsed: (wanted) =>
      Promise.all(mail.arrived.filter(({ to }) => to.includes(wanted)).map(({ raw }) => simpleParser(raw))),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets.values()) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return mail;
}
