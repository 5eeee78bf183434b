import { Webhook } from 'standardwebhooks';

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
