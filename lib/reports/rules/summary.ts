import { beginning } from '@/lib/platform/rules/graphemes';

const longest = 90;

/** A report in one line: its title, else the beginning of what was written, cut at a word. */
export function reportSummary(report: { title: string | null; description: string }): string {
  const words = (report.title?.trim() || report.description).replace(/\s+/g, ' ').trim();
  const cut = beginning(words, longest);
  if (cut === words) return words;
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`;
}
