import { createHmac } from 'node:crypto';
import { derivedKey } from '@/lib/platform/secrets/derived-key';
import { newReportReference } from '@/lib/reports/rules/reference';

/**
 * The reference of a report, drawn from what identifies its sending: the same report sent to two processes while the
 * database is away gets the same reference from both, and nobody without the installation's secret can foresee it.
 * @param attempt counts up when another report already has the reference
 */
export function referenceOf(source: string, clientKey: string, attempt = 0): string {
  let round = 0;
  return newReportReference((count) => {
    const text = JSON.stringify([source, clientKey, attempt, round]);
    round += 1;
    return createHmac('sha256', derivedKey('report-reference')).update(text).digest().subarray(0, count);
  });
}
