/** The value that `share` (0 to 1) of the values do not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Three significant digits, whole above 100. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

export const shownMs = (ms: number): string => (ms >= 10_000 ? `${shown(ms / 1000)} s` : `${shown(ms)} ms`);
export const shownRatio = (ratio: number): string => `${ratio.toFixed(2)}×`;

/** Text in columns, the first row as heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [heading = [], ...rest] = rows;
  return [line(heading), widths.map((width) => '─'.repeat(width)).join('  '), ...rest.map(line)].join('\n');
}
