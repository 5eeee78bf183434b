import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { latency } from '@/lib/platform/rules/duration';
import type { Deadline } from './deadline';
import { type Failed, place } from './resolve-target';

export interface Secured {
  ok: true;
  socket: TLSSocket;
  certificate: PeerCertificate;
  tlsMs: number;
}

/**
 * Speaks TLS on an open connection and believes the certificate only for this host.
 * @throws only the caller's reason, when the caller cancelled
 */
export async function startTls(
  plain: Socket,
  host: string,
  port: number,
  deadline: Deadline,
): Promise<Secured | (Failed & { certificate?: PeerCertificate })> {
  const where = place(host, port);
  const began = performance.now();
  const socket = connect({
    socket: plain,
    host,
    ...(isIP(host) ? {} : { servername: host }),
    ALPNProtocols: ['http/1.1'],
    // A doubtful certificate ends the connection below, where it can be looked at first and nothing was sent yet.
    rejectUnauthorized: false,
  });
  socket.on('error', () => {});
  try {
    await once(socket, 'secureConnect', { signal: deadline.signal });
  } catch (error) {
    socket.destroy();
    plain.destroy();
    deadline.assertWanted();
    return handshakeFault(where, error, deadline);
  }
  const certificate = socket.getPeerCertificate();
  if (socket.authorized) return { ok: true, socket, certificate, tlsMs: performance.now() - began };
  socket.destroy();
  const doubt = String(socket.authorizationError ?? '');
  return { ok: false, fault: 'TLS', sentence: doubtSentence(where, doubt, certificate, host), certificate };
}

function handshakeFault(where: string, error: unknown, deadline: Deadline): Failed {
  if (deadline.isOver()) {
    const sentence = `${where} did not agree on encryption within ${latency(deadline.timeoutMs)}.`;
    return { ok: false, fault: 'TIMEOUT', sentence };
  }
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return { ok: false, fault: 'CLOSED', sentence: `${where} closed the connection while encryption began.` };
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG')
    return { ok: false, fault: 'TLS', sentence: `${where} answered, but without encryption.` };
  return { ok: false, fault: 'TLS', sentence: `${where} and Standby could not agree on how to encrypt.` };
}

function doubtSentence(where: string, code: string, certificate: PeerCertificate, host: string): string {
  const of = `The certificate of ${where}`;
  if (code === 'CERT_HAS_EXPIRED') return `${of} expired on ${day(certificate.valid_to)}.`;
  if (code === 'CERT_NOT_YET_VALID') return `${of} is valid only from ${day(certificate.valid_from)} on.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `${of} was made for another name than ${host}.`;
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT')
    return `${of} is signed by itself, and Standby does not know it.`;
  if (code === 'CERT_REVOKED') return `${of} was revoked.`;
  return `${of} is signed by an authority that Standby does not know.`;
}

/** `3 March 2026`, from the notation of certificates. */
export function day(text: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
}
