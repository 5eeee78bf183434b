import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';

export type MailTransport = Transporter<SMTPPool.SentMessageInfo>;

/** Connections held to the mail server at once. */
export const connections = 10;

/**
 * A pooled connection to the mail server. A connection that breaks is a try that failed and stands in the outbox:
 * nothing is sent again behind its back.
 */
export function openTransport(url: string): MailTransport {
  const options = {
    url,
    pool: true as const,
    maxConnections: connections,
    maxMessages: 1_000,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    // Five answers are waited for in turn, so a try lasts two minutes at most; a claim lasts three.
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return createTransport(options);
}
