import { counted } from '@/lib/language/words';
import { latency } from '@/lib/platform/rules/duration';
import type { Comparison, HttpComparison, LatencyComparison } from './case';
import { limitMs } from './compare';

function bodyWords({ body }: HttpComparison): string | null {
  switch (body.as) {
    case 'JSON':
      return 'JSON';
    case 'TEXT':
      return 'the whole text';
    case 'CONTAINS':
      return body.texts.map((text) => `“${text}” in the text`).join(', ');
    case 'BYTES':
      return 'body bytes';
    case 'NOTHING':
      return null;
  }
}

/** `status, 2 headers, JSON, 1 place ignored`: what a case compares, for a line of a list. */
export function comparisonWords(comparison: Comparison): string {
  if (comparison.kind === 'TCP') return 'that it answers';
  if (comparison.kind === 'TLS') return comparison.issuer ? 'trusted, same issuer' : 'trusted';
  if (comparison.kind === 'DNS') return comparison.addresses ? 'same addresses' : 'that it resolves';
  const { body, headers } = comparison;
  const ignored = body.as === 'JSON' ? body.ignore.length : 0;
  const parts = [
    comparison.status ? 'status' : null,
    headers.length > 0 ? counted(headers.length, 'header') : null,
    body.as === 'CONTAINS' ? 'words of the text' : bodyWords(comparison),
    ignored > 0 ? `${counted(ignored, 'place')} ignored` : null,
  ];
  return parts.filter((part) => part !== null).join(', ') || 'that it answers';
}

/** What has to be equal, spelled out. */
export function mustEqualWords(comparison: Comparison): string {
  if (comparison.kind !== 'HTTP') return comparisonWords(comparison);
  const parts = [comparison.status ? 'status' : null, ...comparison.headers, bodyWords(comparison)];
  return parts.filter((part) => part !== null).join(', ') || 'nothing but that it answers';
}

/** What may differ, spelled out; null when all of it counts. */
export function leftOutWords(comparison: Comparison): string | null {
  if (comparison.kind !== 'HTTP' || comparison.body.as !== 'JSON') return null;
  const { ignore, unordered, tolerances, extra } = comparison.body;
  const off = tolerances.map(({ path, absolute, relative }) => {
    const percent = relative === null ? null : `${Number((relative * 100).toPrecision(6))} %`;
    return `${path} by ${[absolute, percent].filter((part) => part !== null).join(' or ')}`;
  });
  const parts = [
    ...ignore,
    ...unordered.map(({ path }) => `order of ${path}`),
    ...off,
    ...(extra === 'ALLOWED' ? ['fields that are new'] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

/** `At most 800 ms. Baseline 180 ms, now 31 ms.` */
export function timeWords(rule: LatencyComparison, knownMs: number, nowMs: number | null): string {
  const limit = limitMs(knownMs, rule);
  const now = nowMs === null ? '' : `, now ${latency(nowMs)}`;
  return `${limit === null ? 'Not compared' : `At most ${latency(limit)}`}. Baseline ${latency(knownMs)}${now}.`;
}
