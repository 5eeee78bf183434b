import { Webhook } from 'standardwebhooks';

/** The headers that Standard Webhooks asks for. @param key the same for every try of one call */
export function signed(body: string, key: string, secret: string): Record<string, string> {
  const at = new Date();
  return {
    'content-type': 'application/json',
    'webhook-id': key,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(key, at, body),
  };
}

/**
 * Whether a body was signed with the secret just now (within 5 minutes), as Standard Webhooks asks.
 * @param headers names in lower case
 */
export function isSigned(body: string, headers: Record<string, string>, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
