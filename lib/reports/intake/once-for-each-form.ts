import { readOr } from '@/lib/database/health/read-or';
import { t } from '@/lib/language/catalogue';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { parseInput } from '@/lib/platform/input/parse-input';
import { correctReport } from '@/lib/reports/commands/correct';
import { replyToTeam } from '@/lib/reports/commands/reply';
import type { FiledReport } from '@/lib/reports/queries/views';
import { questions } from '@/lib/reports/rules/details';
import { type FileReportRaw, fileReportInput } from '@/lib/reports/schema';
import { reportOfForm, type SentForm } from './earlier-report';
import { newFormStamp } from './form-stamp';
import { saidHash } from './said-hash';

/** As a cookie holds it: that of the form which this browser sent last. */
interface FormKey {
  clientKey: string;
  stamp: string;
}

export const sentFormCookie = 'standby.sent-form';
/** How long somebody may go back to a form that was sent, in seconds. */
export const sentFormSeconds = 3_600;
/** A new form of the same person is not made faster than a person writes, because it is one that they have written. */
const writtenMs = 10_000;

export const formKeyText = ({ clientKey, stamp }: FormKey): string => `${clientKey}~${stamp}`;

function formKeyOf(text: string | undefined): FormKey | null {
  const [clientKey, stamp] = text?.split('~') ?? [];
  return clientKey && stamp ? { clientKey, stamp } : null;
}

const sent = async (key: FormKey | null) =>
  key
    ? await readOr(
        () => reportOfForm(key.clientKey, key.stamp),
        () => null,
      )
    : null;

async function correct(
  ctx: Omit<Context, 'actor'>,
  { filed, version, description }: SentForm,
  raw: FileReportRaw,
): Promise<FiledReport> {
  const { id: reportId, ...first } = filed;
  const actor = { kind: 'reporter' as const, reportId };
  const { idempotencyKey: _, ...call } = ctx;
  const said = Object.fromEntries(
    Object.keys(questions).map((name) => [name, raw[name as keyof FileReportRaw]]),
  );
  await correctReport({ ...call, actor }, { ...said, ref: first.ref, version });
  const text = parseInput(fileReportInput, raw).description;
  // Their first words stay; the new ones are added to them, once however often they are sent.
  if (text && text !== description) {
    const clientKey = `correct.${Buffer.from(sha256(text)).toString('base64url')}`;
    await replyToTeam({ ...call, actor }, { ref: first.ref, text, clientKey });
  }
  return first;
}

/** What is to be stored, or the report that was stored before and is corrected by it. */
type Wanted = { raw: FileReportRaw } | { corrected: FiledReport };

/**
 * One form is one report, whether it is sent twice, from a page that somebody went back to, or after a reload. Said again
 * word for word it is the first one; otherwise its person says whether it corrects that one.
 * @param lastSent the cookie of a browser without JavaScript, which gets a new form when somebody goes back
 * @throws AppError `invalid` at `again`
 */
export async function onceForEachForm(
  ctx: Omit<Context, 'actor'>,
  raw: FileReportRaw,
  { again, lastSent }: { again: string | undefined; lastSent: string | undefined },
): Promise<Wanted> {
  const { clientKey = '', stamp = '' } = raw;
  const said = saidHash(parseInput(fileReportInput, raw));
  const own = await sent({ clientKey, stamp });
  const last = own ? null : formKeyOf(lastSent);
  const before = own ?? (await sent(last));
  if (!before) return { raw };
  if (before.isSaid(said)) return { raw: { ...raw, ...last } };
  const isAlike = before.service === (raw.service || null) || before.description === raw.description?.trim();
  if (!own && !isAlike) return { raw };
  if (again === 'correct') return { corrected: await correct(ctx, before, raw) };
  if (again !== 'new') {
    const sentence = t('report.again.ask', { ref: before.filed.ref });
    throw new AppError('invalid', sentence, { fields: { again: [sentence] } });
  }
  if (!own) return { raw };
  const newKey = `${clientKey}.${said.toString('base64url').slice(0, 22)}`;
  return { raw: { ...raw, clientKey: newKey, stamp: newFormStamp(newKey, Date.now() - writtenMs) } };
}
