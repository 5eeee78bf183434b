import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { drawing } from '@/lib/reports/files/drawing/drawing';
import { inflatingPng } from '@/lib/reports/files/drawing/testing/hostile-pictures';
import { fileStream } from '@/lib/reports/files/file-store';
import { readReportFile } from '@/lib/reports/queries/read';
import { fromForm, reporterOf, visitor } from '@/lib/reports/testing/people-and-incidents';
import { attachFile } from './attach';
import { fileReport } from './file';

testDatabase();

let ref: string;
let reporter: Context;
beforeEach(async () => {
  ref = (await fileReport(visitor(), fromForm())).ref;
  reporter = reporterOf((await db().report.findUniqueOrThrow({ where: { ref } })).id);
});

/** A picture that hardly compresses, so that it takes several chunks. */
function noise(width: number, height: number) {
  let seed = 7;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return seed & 255;
  };
  const raw = Buffer.from(Array.from({ length: width * height * 3 }, next));
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

describe('a picture', () => {
  test('is kept in chunks, comes back whole, and carries nothing of where it was taken', async () => {
    const place = { IFD0: { Copyright: 'Kingfisher' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
    const bytes = await noise(500, 400).withExif(place).png().toBuffer();
    expect(bytes.includes('Kingfisher')).toBe(true);
    const file = await attachFile(reporter, { ref, name: 'C:\\Users\\dana\\Screen “1”.PNG', bytes });
    expect(file).toMatchObject({ name: 'Screen 1.png', contentType: 'image/png' });
    const row = await db().fileAsset.findUniqueOrThrow({ where: { id: file.id }, include: { chunks: true } });
    expect(row).toMatchObject({ width: 500, height: 400 });
    expect(row.chunks.length).toBeGreaterThan(1);
    const whole = Buffer.from(await new Response(fileStream(db(), file.id)).arrayBuffer());
    expect(whole.byteLength).toBe(row.size);
    expect(createHash('sha256').update(whole).digest()).toEqual(Buffer.from(row.sha256));
    expect(whole.includes('Kingfisher')).toBe(false);
    const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer();
    expect(await pixels(whole)).toEqual(await pixels(bytes));
  });

  test('is kept once when it is sent twice', async () => {
    const bytes = await noise(20, 20).jpeg().toBuffer();
    const first = await attachFile(reporter, { ref, name: 'a.jpg', bytes });
    const second = await attachFile(reporter, { ref, name: 'b.jpg', bytes });
    expect(second.id).toBe(first.id);
  });

  test('costs no second drawing when it is sent twice, and none at all where it is not allowed', async () => {
    const bytes = await inflatingPng(3);
    const first = await attachFile(reporter, { ref, name: 'a.png', bytes });
    const draw = vi.spyOn(drawing(), 'draw');
    expect(await attachFile(reporter, { ref, name: 'b.png', bytes })).toEqual(first);
    const other = await noise(20, 20).png().toBuffer();
    const stranger = attachFile(reporterOf(newId()), { ref, name: 'b.png', bytes: other });
    await expect(stranger).rejects.toMatchObject({ code: 'forbidden' });
    expect(draw).not.toHaveBeenCalled();
    await attachFile(reporter, { ref, name: 'b.png', bytes: other });
    expect(draw).toHaveBeenCalledOnce();
  });

  test('is counted by who sends it, so that nobody keeps the drawing busy', async () => {
    const damaged = (await noise(20, 20).png().toBuffer()).subarray(0, 60);
    const send = () => attachFile(reporter, { ref, name: 'a.png', bytes: damaged });
    for (let sent = 0; sent < 20; sent += 1) await expect(send()).rejects.toMatchObject({ code: 'invalid' });
    await expect(send()).rejects.toMatchObject({ code: 'rate_limited' });
  });

  test('counts for nothing when the queue is full of those of others', async () => {
    const bytes = await noise(20, 20).png().toBuffer();
    const send = () => attachFile(reporter, { ref, name: 'a.png', bytes });
    const full = vi.spyOn(drawing(), 'draw').mockRejectedValue(new AppError('unavailable', 'Many.'));
    for (let sent = 0; sent < 25; sent += 1)
      await expect(send()).rejects.toMatchObject({ code: 'unavailable' });
    full.mockRestore();
    expect(await send()).toMatchObject({ name: 'a.png' });
  });

  test('is known by its bytes, never by its name', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const bytes of [svg, Buffer.from('GIF89a'), Buffer.from('%PDF-1.7'), Buffer.alloc(0)]) {
      const sent = attachFile(reporter, { ref, name: 'picture.png', bytes });
      await expect(sent).rejects.toMatchObject({
        code: 'invalid',
        fields: { files: [expect.stringContaining('PNG and JPEG')] },
      });
    }
  });

  test('is refused when it is damaged, larger than 10 MB, or unfolds to too many pixels', async () => {
    const whole = await noise(200, 200).png().toBuffer();
    const damaged = whole.subarray(0, whole.length / 2);
    await expect(attachFile(reporter, { ref, name: 'a.png', bytes: damaged })).rejects.toThrow('damaged');
    const large = Buffer.concat([whole, Buffer.alloc(10_000_001)]);
    await expect(attachFile(reporter, { ref, name: 'a.png', bytes: large })).rejects.toThrow('10 MB');
    const bomb = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    await expect(attachFile(reporter, { ref, name: 'a.png', bytes: bomb })).rejects.toThrow(
      'too many pixels',
    );
  });

  test('belongs to its report: others neither add nor read', async () => {
    const bytes = await noise(20, 20).png().toBuffer();
    const file = await attachFile(reporter, { ref, name: 'a.png', bytes });
    const stranger = reporterOf(newId());
    await expect(attachFile(stranger, { ref, name: 'b.png', bytes })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(readReportFile(stranger, { ref, fileId: file.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await readReportFile(reporter, { ref, fileId: file.id })).toMatchObject({ id: file.id });
    const other = (await fileReport(visitor(), fromForm())).ref;
    const owner = reporterOf((await db().report.findUniqueOrThrow({ where: { ref: other } })).id);
    await expect(readReportFile(owner, { ref: other, fileId: file.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('counts by what is kept of it against the room of its network', async () => {
    const network = { addressBlock: newId() };
    const send = async (size: number) =>
      await attachFile(
        { ...reporter, ...network },
        { ref, name: 'a.png', bytes: await noise(size, size).png().toBuffer() },
      );
    const { size } = await send(60);
    const [counted] = await db().rateWindow.findMany({
      where: { bucket: `picture:kilobytes:${network.addressBlock}` },
    });
    expect(counted?.count).toBe(Math.ceil(size / 1_000));
    const counts = async (count: number) =>
      await db().rateWindow.updateMany({ where: { bucket: counted?.bucket ?? '' }, data: { count } });
    const draw = vi.spyOn(drawing(), 'draw');
    await counts(499_999);
    await expect(send(61)).rejects.toMatchObject({ code: 'rate_limited' });
    expect(draw).not.toHaveBeenCalled();
    expect(await db().fileAsset.count({ where: { report: { ref } } })).toBe(1);
    // What is too much for the room that is left keeps nothing smaller out.
    await counts(498_900);
    await expect(send(900)).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await send(61)).toMatchObject({ name: 'a.png' });
  });

  test('is refused over the quota of its report', async () => {
    for (let size = 10; size < 18; size += 1) {
      await attachFile(reporter, { ref, name: 'a.png', bytes: await noise(size, size).png().toBuffer() });
    }
    const bytes = await noise(30, 30).png().toBuffer();
    await expect(attachFile(reporter, { ref, name: 'a.png', bytes })).rejects.toThrow('8 pictures');
  });
});
