import { connect } from 'node:net';
import ipaddr from 'ipaddr.js';
import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { isPrivate } from '@/lib/settings/rules/outgoing';

export type MailTransport = Transporter<SMTPPool.SentMessageInfo>;

/** Connections held to the mail server at once. */
export const connections = 10;

const connectMs = 10_000;

/** An address of this machine or of a private network, or a name of one label, such as localhost. */
function isNamedAsNear(host: string): boolean {
  return ipaddr.isValid(host) ? isPrivate(host) : !host.includes('.');
}

/**
 * Connects. A server that SMTP_URL names as one of this machine or of a private network may bring any certificate: those
 * have one of their own making. Where a name leads says nothing, because whoever answers for names decides it.
 */
const openSocket: SMTPPool.Options['getSocket'] = ({ host: given, port, secure, tls }, done) => {
  const host = given || 'localhost';
  const socket = connect({ host, port: Number(port) || (secure ? 465 : 587) });
  const fail = (error: Error) => done(error, false);
  socket.setTimeout(connectMs, () =>
    socket.destroy(Object.assign(new Error('Connection timeout'), { code: 'ETIMEDOUT', command: 'CONN' })),
  );
  socket.once('error', fail);
  socket.once('connect', () => {
    socket.setTimeout(0).off('error', fail);
    const lenient = isNamedAsNear(host) ? { rejectUnauthorized: false } : {};
    done(null, { connection: socket, tls: { ...lenient, ...tls } });
  });
};

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
    connectionTimeout: connectMs,
    greetingTimeout: 10_000,
    // Five answers are waited for in turn, so a try lasts two minutes at most; a claim lasts three.
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: openSocket,
  };
  return createTransport(options);
}
