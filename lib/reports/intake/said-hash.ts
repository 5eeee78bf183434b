import { createHmac } from 'node:crypto';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { derivedKey } from '@/lib/platform/secrets/derived-key';
import type { FileReportInput } from '@/lib/reports/schema';

/** All that a person said with a report, hashed; what comes with the form and the device is not of their saying. */
export function saidHash(input: FileReportInput): Buffer {
  const { clientKey: _key, stamp: _stamp, website: _website, page: _page, screen: _screen, ...said } = input;
  return createHmac('sha256', derivedKey('report said')).update(canonicalJson(said)).digest();
}
