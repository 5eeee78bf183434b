import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import { connect, type DetailedPeerCertificate, type PeerCertificate, type TLSSocket } from 'node:tls';
import { latency } from '@/lib/platform/rules/duration';
import { beginning } from '@/lib/platform/rules/graphemes';
import type { Deadline } from './deadline';
import { type Failed, place } from './resolve-target';

/** More certificates than this no chain has. */
const longestChain = 10;

export interface Secured {
  ok: true;
  socket: TLSSocket;
  /** The server's own first, then those that sign it, as far as they are known. */
  chain: PeerCertificate[];
  tlsMs: number;
}

/**
 * Speaks TLS on an open connection and believes the certificate only for this host.
 * @param where what the server is called in a sentence
 * @throws only the caller's reason, when the caller cancelled
 */
export async function startTls(
  plain: Socket,
  host: string,
  port: number,
  deadline: Deadline,
  where = place(host, port),
): Promise<Secured | (Failed & { chain?: PeerCertificate[] })> {
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
  const chain = chainOf(socket.getPeerCertificate(true));
  if (socket.authorized) return { ok: true, socket, chain, tlsMs: performance.now() - began };
  socket.destroy();
  const doubt = String(socket.authorizationError ?? '');
  return { ok: false, fault: 'TLS', sentence: doubtSentence(where, doubt, chain, host), chain };
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

/** Follows the issuers; the last one may name itself. */
function chainOf(certificate: DetailedPeerCertificate): PeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  let next: DetailedPeerCertificate | undefined = certificate;
  while (next?.valid_to && !chain.includes(next) && chain.length < longestChain) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
}

/** “The certificate of shop.example.org:443”, “The certificate “R3”, which signs that of shop.example.org:443,” */
export function certificateWords(where: string, certificate: PeerCertificate, place: number): string {
  if (place === 0) return `The certificate of ${where}`;
  return `The certificate “${commonName(certificate.subject)}”, which signs that of ${where},`;
}

/** Of a certificate's subject or issuer. */
export function commonName(of: PeerCertificate['subject'] | undefined): string {
  return beginning(String(of?.CN ?? of?.O ?? ''), 200);
}

function doubtSentence(where: string, code: string, chain: PeerCertificate[], host: string): string {
  const now = Date.now();
  const of = (place: number) => {
    const certificate = chain[place];
    return certificate ? certificateWords(where, certificate, place) : `The certificate of ${where}`;
  };
  // The one at fault, which need not be the server's own.
  const fault = (wrong: (certificate: PeerCertificate) => boolean) => Math.max(0, chain.findIndex(wrong));
  const [own] = chain;
  switch (code) {
    case 'CERT_HAS_EXPIRED': {
      const place = fault(({ valid_to }) => Date.parse(valid_to) < now);
      return `${of(place)} expired on ${day(chain[place]?.valid_to ?? '')}.`;
    }
    case 'CERT_NOT_YET_VALID': {
      const place = fault(({ valid_from }) => Date.parse(valid_from) > now);
      return `${of(place)} is valid only from ${day(chain[place]?.valid_from ?? '')} on.`;
    }
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `${of(0)} was made for another name than ${host}.`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return `${of(0)} is signed by itself, and Standby does not know it.`;
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return `${of(0)} leads to “${commonName(chain.at(-1)?.subject)}”, which is signed by itself, and Standby does not know it.`;
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `${of(0)} is signed by “${commonName(own?.issuer)}”, whose certificate the server did not send, and Standby does not know it.`;
    case 'CERT_REVOKED':
      return `${of(0)} was revoked.`;
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return `${of(0)} is signed by an authority that Standby does not know.`;
    case 'INVALID_CA':
    case 'INVALID_PURPOSE':
    case 'PATH_LENGTH_EXCEEDED':
      return `${of(0)} is signed by one that may not sign it.`;
    case 'CERT_SIGNATURE_FAILURE':
      return `${of(0)}, or one that signs it, bears a signature that is not right.`;
    default:
      return `${of(0)} is not believed (${code.toLowerCase().replaceAll('_', ' ')}).`;
  }
}

/** `3 March 2026`, from the notation of certificates; about today, with the time. */
export function day(text: string): string {
  const at = new Date(text);
  const near = Math.abs(at.getTime() - Date.now()) < 86_400_000;
  const words = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    ...(near ? { timeStyle: 'short' } : {}),
    timeZone: 'UTC',
  }).format(at);
  return near ? `${words} UTC` : words;
}
