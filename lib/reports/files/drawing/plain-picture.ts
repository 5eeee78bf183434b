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
  if (kind === 'png') return plainPng(bytes);
  return kind === 'jpeg' ? plainJpeg(bytes) : null;
}

function plainPng(bytes: Buffer): PlainPicture | null {
  const parts: Buffer[] = [pngSignature];
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const isFirst = parts.length === 1;
    if (end > bytes.length || isFirst !== (type === 'IHDR')) return null;
    if (pngChunks.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') {
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      return { kind: 'png', bytes: Buffer.concat(parts), width, height };
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
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function plainJpeg(bytes: Buffer): PlainPicture | null {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let hasTurn = false;
  let scans = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const dataEnd = at + 2 + bytes.readUInt16BE(at + 2);
    if (dataEnd > bytes.length || dataEnd < at + 4) break;
    const data = bytes.subarray(at + 4, dataEnd);
    if (startsFrame(marker)) {
      if (size || data.length < 6) return null;
      size = { width: data.readUInt16BE(3), height: data.readUInt16BE(1) };
    }
    const end = marker === 0xda ? endOfScan(bytes, dataEnd) : dataEnd;
    if (isNeeded(marker, data, hasTurn)) parts.push(bytes.subarray(at, end));
    if (marker === 0xe1) hasTurn ||= data.toString('latin1', 0, 6) === 'Exif\0\0';
    if (marker === 0xda) scans += 1;
    if (scans > mostScans) return null;
    at = end;
    if (bytes[at + 1] === 0xd9) break;
  }
  if (!size || scans === 0) return null;
  return { kind: 'jpeg', bytes: Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]), ...size };
}
