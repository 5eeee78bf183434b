import { balanced } from '@/lib/platform/rules/isolate';

/** What somebody wrote, within a line of ours: it keeps its own direction, and the rest of the line keeps ours. */
export function Foreign({ children }: { children: string }) {
  return <bdi>{balanced(children)}</bdi>;
}
