import { broughtBack } from '@/lib/http/put-aside';
import type { Context } from '@/lib/platform/context';
import { AppError, isAppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/process/log';
import { isolated } from '@/lib/platform/rules/isolate';
import { attachFile } from '@/lib/reports/commands/attach';
import { pictureKind } from '@/lib/reports/files/drawing/plain-picture';
import { pictureLimit } from '@/lib/reports/files/picture';
import { reporterActor } from '@/lib/reports/links/open-link';
import type { FiledReport } from '@/lib/reports/queries/views';
import type { SentReport } from '@/lib/reports/rules/form-state';
import { trackReport } from '@/lib/tracking/queries/track';

const mostPictures = 3;

export interface SentPicture {
  name: string;
  bytes: Uint8Array;
}

function refused(sentence: string): AppError {
  return new AppError('invalid', sentence, { fields: { files: [sentence] } });
}

/** The files that were chosen; a browser sends an empty one for a field that was left alone. */
function chosenFiles(form: FormData, name: string): File[] {
  if (!(form instanceof FormData)) return [];
  return form.getAll(name).filter((entry): entry is File => typeof entry !== 'string' && entry.size > 0);
}

/** Reads the pictures of a form, and refuses what is plainly none before anything is stored. @throws AppError `invalid` */
export async function sentPictures(form: FormData, field: string): Promise<SentPicture[]> {
  const files = chosenFiles(form, field);
  if (files.length > mostPictures)
    throw refused(`Choose at most ${mostPictures} pictures; more can follow as a reply.`);
  return await Promise.all(
    files.map(async (file) => {
      const bytes = await broughtBack(file);
      if (bytes.byteLength > pictureLimit)
        throw refused(`“${isolated(file.name)}” is larger than 10 MB. Send a smaller part of the screen.`);
      if (!pictureKind(bytes))
        throw refused(`“${isolated(file.name)}” is no PNG or JPEG picture. Choose one, or send without.`);
      return { name: file.name, bytes };
    }),
  );
}

async function attachAll(ctx: Context, ref: string, pictures: SentPicture[]): Promise<string[]> {
  const notTaken: string[] = [];
  for (const picture of pictures) {
    try {
      await attachFile(ctx, { ref, ...picture });
    } catch (error) {
      if (!isAppError(error)) logger().error({ err: error }, 'a picture was not stored');
      notTaken.push(isAppError(error) ? error.message : `“${isolated(picture.name)}” could not be stored.`);
    }
  }
  return notTaken;
}

type Person = Pick<SentReport, 'name' | 'email' | 'wantsUpdates'>;

/** The report is safe from here on: whatever fails now is told, never thrown. */
export async function sentReport(
  call: Omit<Context, 'actor'>,
  filed: FiledReport,
  person: Person,
  pictures: SentPicture[],
): Promise<SentReport> {
  const sent: SentReport = { ...filed, ...person, incident: null, nextUpdateAt: null, notTaken: [] };
  const lost = pictures.map(
    (picture) => `“${isolated(picture.name)}” was not kept: send it again from the page of your report.`,
  );
  if (filed.spooled) return { ...sent, notTaken: lost };
  try {
    const { actor } = await reporterActor(filed.trackingPath.split('/').at(-1) ?? '');
    // The idempotency of the request was that of its report.
    const { idempotencyKey: _, ...rest } = call;
    const ctx: Context = { ...rest, actor };
    const notTaken = await attachAll(ctx, filed.ref, pictures);
    const view = await trackReport(ctx, { ref: filed.ref });
    // A promise that was missed says nothing about the next word.
    const ahead = view.promise?.of === 'UPDATE' && Date.parse(view.promise.dueAt) > Date.now();
    const nextUpdateAt = ahead ? (view.promise?.dueAt ?? null) : null;
    return { ...sent, notTaken, incident: view.incident, nextUpdateAt };
  } catch (error) {
    logger().warn({ err: error }, 'a report was stored, its page could not be read');
    return { ...sent, notTaken: lost };
  }
}
