/** A picture reduced to what is needed to draw it. */
export interface PlainPicture {
  kind: 'png' | 'jpeg';
  bytes: Buffer;
  /** As the header says, in pixels. */
  width: number;
  height: number;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Pixels and their colours. Text and profiles are compressed without a limit, so they are never unpacked. */
const pngChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Chunks or segments; a program that writes small ones needs a few thousand for 10 MB. */
const mostParts = 10_000;

/** Copies of what is next to each other are made in one piece. */
class Parts {
  readonly #bytes: Buffer;
  readonly #ranges: [from: number, to: number][] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  add(from: number, to: number): void {
    const last = this.#ranges.at(-1);
    if (last?.[1] === from) last[1] = to;
    else this.#ranges.push([from, to]);
  }

  joined(): Buffer {
    return Buffer.concat(this.#ranges.map(([from, to]) => this.#bytes.subarray(from, to)));
  }
}

/** The longest progressive pictures of cameras and programs have about a dozen; each one costs a pass over all pixels. */
const mostScans = 40;

/** What a file is by its first bytes; its name and announced type are not believed. */
export function pictureKind(bytes: Uint8Array): 'png' | 'jpeg' | null {
  if (pngSignature.every((byte, at) => bytes[at] === byte)) return 'png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'jpeg' : null;
}

/** Copies what is needed to draw a picture, after checking how it is put together. Null when it is damaged. */
export function plainPicture(sent: Uint8Array): PlainPicture | null {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
  const kind = pictureKind(bytes);
  const plain = kind && (kind === 'png' ? plainPng(bytes) : plainJpeg(bytes));
  return plain && plain.width * plain.height > 0 ? plain : null;
}

function plainPng(bytes: Buffer): PlainPicture | null {
  const parts = new Parts(bytes);
  parts.add(0, pngSignature.length);
  let at = pngSignature.length;
  for (let count = 0; count < mostParts && at + 12 <= bytes.length; count += 1) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || (count === 0) !== (type === 'IHDR')) return null;
    if (pngChunks.has(type)) parts.add(at, end);
    if (type === 'IEND') {
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      return { kind: 'png', bytes: parts.joined(), width, height };
    }
    at = end;
  }
  return null;
}

/** Start of frame: C0 to CF but for the tables of codes (C4), the reserved C8 and the conditioning (CC). */
const startsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Application data and comments; of them only which way is up and what the colours mean is needed. */
function isNeeded(marker: number, data: Buffer, hasTurn: boolean): boolean {
  if (marker === 0xe1) return !hasTurn && data.toString('latin1', 0, 6) === 'Exif\0\0';
  if (marker === 0xee) return data.toString('latin1', 0, 5) === 'Adobe';
  return marker !== 0xfe && (marker < 0xe0 || marker > 0xef);
}

/** Where the compressed data of a scan end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

const endMarker = 0xd9;

/** Markers without a length: whatever follows them is no data of theirs, and decoders read it as the next segment. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= endMarker);

interface Segment {
  marker: number;
  /** Without the marker and the length. */
  data: Buffer;
  from: number;
  /** With the compressed data behind it, when it starts a scan. */
  to: number;
}

/** The segments up to the end of the picture. Stops where the file is damaged; whoever decodes it finds that out. */
function* segmentsOf(bytes: Buffer): Generator<Segment> {
  for (let from = 2, count = 0; count < mostParts && from + 4 <= bytes.length; count += 1) {
    while (bytes[from] === 0xff && bytes[from + 1] === 0xff) from += 1;
    const marker = bytes[from + 1] ?? 0;
    if (bytes[from] !== 0xff || standsAlone(marker) || from + 4 > bytes.length) return;
    const end = from + 2 + bytes.readUInt16BE(from + 2);
    if (end > bytes.length || end < from + 4) return;
    const to = marker === 0xda ? endOfScan(bytes, end) : end;
    yield { marker, data: bytes.subarray(from + 4, end), from, to };
    from = to;
  }
}

function plainJpeg(bytes: Buffer): PlainPicture | null {
  const parts = new Parts(bytes);
  parts.add(0, 2);
  let size: { width: number; height: number } | null = null;
  let [hasTurn, scans, end] = [false, 0, 2];
  for (const { marker, data, from, to } of segmentsOf(bytes)) {
    if (startsFrame(marker)) {
      if (size || data.length < 6) return null;
      size = { width: data.readUInt16BE(3), height: data.readUInt16BE(1) };
    }
    if (isNeeded(marker, data, hasTurn)) parts.add(from, to);
    if (marker === 0xe1) hasTurn ||= data.toString('latin1', 0, 6) === 'Exif\0\0';
    if (marker === 0xda) scans += 1;
    end = to;
  }
  if (!size || scans === 0 || scans > mostScans) return null;
  // A picture that was cut off stays so, and is found damaged when it is drawn.
  parts.add(end, Math.min(end + 2, bytes.length));
  return { kind: 'jpeg', bytes: parts.joined(), ...size };
}
