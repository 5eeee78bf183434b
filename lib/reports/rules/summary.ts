const longest = 90;

/** A report in one line: its title, else the beginning of what was written, cut at a word. */
export function reportSummary(report: { title: string | null; description: string }): string {
  const words = (report.title?.trim() || report.description).replace(/\s+/g, ' ').trim();
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longest / 2 ? space : longest)}…`;
}
