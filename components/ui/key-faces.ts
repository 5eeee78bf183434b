const faces: Record<string, string> = {
  Enter: '↵',
  Escape: 'esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'space',
};

/** What stands on the key caps of a shortcut: "g t" is G, T. */
export function keyFaces(key: string): string[] {
  return (key === ' ' ? [key] : key.split(' ')).map((one) => faces[one] ?? one.toUpperCase());
}
