import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from '@/lib/platform/secrets/derived-key';

/** Names the layout, so that a later one can tell it apart: mark, nonce (12 bytes), tag (16 bytes), ciphertext. */
const mark = Buffer.from('SBSPOOL1');
const nonceBytes = 12;
const tagBytes = 16;

/** How many bytes a text takes once it is sealed. */
export function sealedBytes(text: string): number {
  return mark.length + nonceBytes + tagBytes + Buffer.byteLength(text);
}

/** Encrypts a spooled text with AES-256-GCM; bound to its file name, so that two files cannot be swapped. */
export function seal(text: string, name: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', derivedKey('spool'), nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([mark, nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when the file was changed, renamed or written with another secret */
export function unseal(sealed: Buffer, name: string): string {
  const head = mark.length + nonceBytes;
  if (!sealed.subarray(0, mark.length).equals(mark)) throw new Error(`${name} is no spooled report.`);
  const nonce = sealed.subarray(mark.length, head);
  const decipher = createDecipheriv('aes-256-gcm', derivedKey('spool'), nonce)
    .setAAD(Buffer.from(name))
    .setAuthTag(sealed.subarray(head, head + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(head + tagBytes)), decipher.final()]).toString(
    'utf8',
  );
}
