const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** "1.84 TB", "12 KB": three digits at most. */
export function bytesInWords(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1_024)));
  return `${Number((bytes / 1_024 ** step).toPrecision(3))} ${units[step]}`;
}
