import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { type ArrivedMail, startMailServer } from '@/lib/deliveries/testing/mail-server';
import { pause } from '@/lib/platform/process/pause';

/** A mail as it arrived, in the order of arrival. */
export interface CaughtMail {
  messageId: string;
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

const refusals = {
  accept: null,
  'put-off': { code: 451, text: 'Try again later' },
  refuse: { code: 550, text: 'No such mailbox' },
  drop: 'drop',
} as const;

/** How the server treats the next mails: takes them, puts them off (451), refuses them (550), or hangs up. */
type Behaviour = keyof typeof refusals;

export interface MailCatcher {
  port: number;
  mails: CaughtMail[];
  behave(behaviour: Behaviour, delay?: number): void;
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it gets, to be read. `delay` is in milliseconds, before every answer to DATA. */
export async function startMailCatcher(port = 0): Promise<MailCatcher> {
  const server = await startMailServer(port);
  const mails: CaughtMail[] = [];
  server.onArrival = async (mail) => mails.push(await caught(mail));
  return {
    port: server.port,
    mails,
    behave(behaviour, delay = 0) {
      server.atData = () => refusals[behaviour];
      server.beforeAnswer = () => pause(delay);
    },
    stop: server.stop,
  };
}

async function caught({ to, raw, messageId }: ArrivedMail): Promise<CaughtMail> {
  const parsed = await simpleParser(raw);
  return {
    messageId,
    recipients: to.map((address) => address.toLowerCase()),
    from: addressText(parsed.from),
    to: addressText(parsed.to),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    headers: headersOf(parsed),
    receivedAt: new Date().toISOString(),
  };
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
