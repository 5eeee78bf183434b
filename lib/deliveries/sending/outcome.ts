import { retryAfter } from '@/lib/deliveries/lifecycle';
import type { AttemptOutcome, DeliveryState } from '@/lib/deliveries/schema';
import { beginning } from '@/lib/platform/rules/graphemes';

/** How one try ended. */
export interface Outcome {
  outcome: AttemptOutcome;
  /** What the server said, e.g. "451", or the kind of failure, e.g. "ETIMEDOUT". */
  code: string | null;
  answer: string | null;
  /** Refused for good. */
  permanent: boolean;
  /** There is no such mailbox. */
  bounced: boolean;
}

/** What nodemailer throws. */
interface SendingError {
  message?: string;
  code?: string;
  /** What Node said, where nodemailer has put a word of its own over it. */
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

const longest = 400;

export function sentOutcome(response: string | undefined): Outcome {
  const answer = response === undefined ? null : beginning(response, longest);
  return {
    outcome: 'SENT',
    code: /^\d{3}/.exec(response ?? '')?.[0] ?? null,
    answer,
    permanent: false,
    bounced: false,
  };
}

/** Whether a refusal is about this recipient or this mail, rather than about us or the server's state. */
function aboutMail({ command = '', code }: SendingError): boolean {
  return /^(RCPT TO|DATA)/.test(command) || code === 'EMESSAGE';
}

/** 5.7.x is a rule of the server, not a missing mailbox. */
function noMailbox({ command = '', responseCode, response = '' }: SendingError): boolean {
  if (!command.startsWith('RCPT TO') || /\b5\.7\.\d/.test(response)) return false;
  return (
    responseCode === 550 || responseCode === 551 || responseCode === 553 || /\b5\.1\.[1236]\b/.test(response)
  );
}

/** How Node calls what it finds wrong with a certificate. */
const certificateFault = /CERT|UNABLE_TO_|SIGNATURE|INVALID_CA|HOSTNAME_MISMATCH/;

/** For whoever runs Standby; null when it was something else. */
export function certificateSentence(error: unknown): string | null {
  const { originalCode, code = '', message } = (error ?? {}) as SendingError;
  if (!certificateFault.test(originalCode ?? code)) return null;
  return (
    `The certificate of the mail server is not accepted (${message}). Name its authority in NODE_EXTRA_CA_CERTS, or end ` +
    'SMTP_URL with ?tls.rejectUnauthorized=false to accept any, and start Standby again.'
  );
}

/**
 * Reads a failure. Only a lasting refusal of this recipient or mail ends it: a wrong password, an unknown sender or a
 * server that closes are ours to mend, and the mail waits for that.
 */
export function failedOutcome(error: unknown): Outcome {
  const failure = (typeof error === 'object' && error !== null ? error : {}) as SendingError;
  const { responseCode, response, message = 'No answer' } = failure;
  const said = certificateSentence(error) ?? response ?? message;
  const answer = beginning(said.replaceAll(/\s+/g, ' '), longest);
  if (!responseCode) {
    const permanent = failure.code === 'EENVELOPE';
    const outcome = permanent ? 'REFUSED' : 'NO_ANSWER';
    return { outcome, code: failure.code ?? null, answer, permanent, bounced: false };
  }
  const permanent = responseCode >= 500 && aboutMail(failure);
  return {
    outcome: permanent ? 'REFUSED' : 'REFUSED_FOR_NOW',
    code: String(responseCode),
    answer,
    permanent,
    bounced: permanent && noMailbox(failure),
  };
}

export interface NextState {
  state: Extract<DeliveryState, 'SENT' | 'RETRY' | 'DEAD'>;
  /** Seconds until the next try; null when there is none. */
  waitSeconds: number | null;
}

/** @param tries how many there were, this one included */
export function stateAfter(outcome: Outcome, tries: number): NextState {
  if (outcome.outcome === 'SENT') return { state: 'SENT', waitSeconds: null };
  const waitSeconds = outcome.permanent ? null : retryAfter(tries);
  return waitSeconds === null ? { state: 'DEAD', waitSeconds } : { state: 'RETRY', waitSeconds };
}
