import { randomBytes } from 'node:crypto';
import { openSealed, sealText } from '@/lib/platform/secrets/sealing';

const purpose = 'automation-endpoint';

/** A secret as Standard Webhooks writes it. */
export function newEndpointSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The columns that keep the secret of the endpoint `id`. */
export function sealedSecret(id: string, secret: string) {
  const { bytes, keyId } = sealText(purpose, secret, id);
  return { secret: bytes, secretKeyId: keyId };
}

/** @throws AppError `precondition` when it was sealed under another STANDBY_SECRET */
export function secretOf(endpoint: { id: string; secret: Uint8Array; secretKeyId: string }): string {
  return openSealed(purpose, { bytes: endpoint.secret, keyId: endpoint.secretKeyId }, endpoint.id);
}
