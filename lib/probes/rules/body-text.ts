/** Encodings that a body says of itself in its first bytes, which count more than what is said about it. */
const marks: [bytes: number[], label: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** `<meta charset=…>`, `<meta http-equiv=… content="…; charset=…">`, `<?xml … encoding="…"?>` */
const inside = /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i;

function decoder(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
}

/** Only a text of letters beyond ASCII shows in what it is written; in another encoding it hardly ever is UTF-8 by chance. */
const tells = (body: Uint8Array): boolean => body.some((byte) => byte > 0x7f);

/** The encoding that is named by the mark, the content type, or a page about itself; null when none is. */
function labelOf(body: Uint8Array, contentType: string): string | null {
  const mark = marks.find(([bytes]) => bytes.every((byte, at) => body[at] === byte));
  if (mark) return mark[1];
  const said = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  if (said) return said;
  if (!/html|xml/i.test(contentType)) return null;
  const found = inside.exec(Buffer.from(body.subarray(0, 1_024)).toString('latin1'));
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * The text of an answer's body, without a byte order mark, as a browser would read it: by its encoding, else as UTF-8,
 * else, when it is said to be text, as Windows-1252. Null for bytes that are no text.
 */
export function bodyText(body: Uint8Array, contentType = ''): string | null {
  const label = labelOf(body, contentType);
  const named = label === null ? null : decoder(label, false);
  // What is not what it says it is, is no text: bytes are compared as bytes.
  const attempts = named && named.encoding !== 'utf-8' ? [named] : [decoder('utf-8', true)];
  // Servers name one for all that they serve, whatever a page is written in.
  if (named && !named.encoding.startsWith('utf-') && tells(body)) attempts.unshift(decoder('utf-8', true));
  if (!named && /^\s*text\/|html|xml/i.test(contentType)) attempts.push(decoder('windows-1252', false));
  for (const attempt of attempts) {
    try {
      const text = attempt?.decode(body);
      if (text !== undefined && !text.includes('\u0000')) return text;
    } catch {
      // Not in this encoding.
    }
  }
  return null;
}
