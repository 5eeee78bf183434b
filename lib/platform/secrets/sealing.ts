import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { AppError } from '@/lib/platform/errors';
import { derivedKey } from './derived-key';

const nonceBytes = 12;
const tagBytes = 16;

export interface Sealed {
  /** Nonce (12 bytes), tag (16 bytes), ciphertext. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Names the key, so that it is known later whether it is still the same. */
  keyId: string;
}

/** A name for the key of a purpose, which tells nothing about the key. */
function keyIdOf(purpose: string): string {
  return Buffer.from(sha256(derivedKey(`${purpose}:key-id`).export()))
    .toString('hex')
    .slice(0, 12);
}

/**
 * Encrypts a secret at rest with AES-256-GCM under a key of STANDBY_SECRET.
 * @param boundTo the id of the row that keeps it, so that two rows cannot be swapped
 */
export function sealText(purpose: string, text: string, boundTo: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', derivedKey(purpose), nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    bytes: new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body])),
    keyId: keyIdOf(purpose),
  };
}

/** @throws AppError `precondition` when it was sealed under another STANDBY_SECRET, for another row, or was changed */
export function openSealed(purpose: string, sealed: { bytes: Uint8Array; keyId: string }, boundTo: string) {
  const bytes = Buffer.from(sealed.bytes);
  const head = nonceBytes + tagBytes;
  try {
    if (sealed.keyId !== keyIdOf(purpose)) throw new Error('sealed under another key');
    const decipher = createDecipheriv('aes-256-gcm', derivedKey(purpose), bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(bytes.subarray(nonceBytes, head));
    return Buffer.concat([decipher.update(bytes.subarray(head)), decipher.final()]).toString('utf8');
  } catch (cause) {
    const message =
      'A stored secret cannot be read with this STANDBY_SECRET. Make a new one in the settings.';
    throw new AppError('precondition', message, { cause });
  }
}
