import type { Route } from 'next';
import { to } from '@/lib/platform/rules/to';
import { linkToken, linkTokenHash, verifyLinkToken } from '@/lib/platform/secrets/link-token';

/** The private page of a report. @param tokenId id of a `report_token` row with the purpose TRACK */
export function trackingPath(tokenId: string): `/track/${string}` {
  return `/track/${linkToken('tracking', tokenId)}`;
}

/** Where a held report is let into the queue. @param tokenId id of a row with the purpose CONFIRM_ADDRESS */
export function confirmPath(tokenId: string): Route {
  return to(`/report/confirm/${linkToken('report-confirm', tokenId)}`);
}

export function trackingTokenHash(tokenId: string): Uint8Array<ArrayBuffer> {
  return linkTokenHash(linkToken('tracking', tokenId));
}

export function confirmTokenHash(tokenId: string): Uint8Array<ArrayBuffer> {
  return linkTokenHash(linkToken('report-confirm', tokenId));
}

/** The token row that a link names, or null when the link was not made here. */
export function tokenIdOf(kind: 'tracking' | 'report-confirm', token: string): string | null {
  return verifyLinkToken(kind, token);
}
