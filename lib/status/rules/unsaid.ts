import { sha256 } from '@/lib/platform/audit/canonical-json';
import { renderMarkdown } from '@/lib/status/render/markdown';
import type { PublicStage } from '@/lib/updates/rules/public-stage';
import type { PublicUpdate } from './public-view';
import { words } from './words';

interface Course {
  id: string;
  stage: PublicStage;
  declaredAt: Date;
  resolvedAt: Date | null;
  /** Since when a service is affected, once more where it was reopened. */
  affectedSince: Date | null;
}

/** A UUID that is the same as long as what it is made of is. */
function derivedId(text: string): string {
  const hex = Buffer.from(sha256(text)).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

const entry = (id: string, at: Date | string, stage: PublicStage, text: string): PublicUpdate => ({
  id,
  at: new Date(at).toISOString(),
  stage,
  text: renderMarkdown(text),
  editedAt: null,
});

const isEnd = ({ stage }: PublicUpdate) => stage === 'RESOLVED';

/** What is the last thing that happened, where the newest update does not say it: it is over, or it is back. */
function latest(newest: PublicUpdate | undefined, course: Course): PublicUpdate[] {
  const { id, stage, resolvedAt, affectedSince } = course;
  if (stage !== 'RESOLVED') {
    if (!newest || !isEnd(newest)) return [];
    const again = affectedSince && affectedSince.toISOString() > newest.at ? affectedSince : newest.at;
    return [entry(derivedId(`${id} again ${newest.id}`), again, stage, words.again)];
  }
  const second = 1_000;
  const said = newest && isEnd(newest) && Date.parse(newest.at) + second >= (resolvedAt?.getTime() ?? 0);
  if (said || !resolvedAt) return [];
  return [entry(derivedId(`${id} over ${resolvedAt.toISOString()}`), resolvedAt, stage, words.over)];
}

/**
 * The public updates of an incident, newest first, with what nobody put into words: that it began, that it is over,
 * that it is back. So pages, feeds and JSON tell each of these of every incident.
 */
export function withUnsaid(updates: readonly PublicUpdate[], course: Course): PublicUpdate[] {
  // An end alone is no beginning.
  const said = updates.some((update) => !isEnd(update));
  const beginning = said ? [] : [entry(course.id, course.declaredAt, 'INVESTIGATING', words.declared)];
  return [...latest(updates[0], course), ...updates, ...beginning];
}
