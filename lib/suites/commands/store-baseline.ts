import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { baselineRecorded } from '@/lib/suites/events';
import { suitePolicy } from '@/lib/suites/policy';
import { recordedBaselineViewSchema } from '@/lib/suites/queries/views';
import { storeBaselineInput } from '@/lib/suites/schema';
import { assertInUse, suites } from '@/lib/suites/subject';

/** Rows of one statement: bodies may have a megabyte each. */
const atOnce = 20;

/** What of an input says that it is the same recording. */
export const sameRecording = ({ suiteId, address }: { suiteId: string; address: string }) => ({
  suiteId,
  address,
});

/** Writes what was answered as the next version of the baseline. */
export const storeBaseline = command({
  name: 'suite.storeBaseline',
  input: storeBaselineInput,
  answer: recordedBaselineViewSchema,
  // What was answered to the two rounds is another thing each time.
  repeats: sameRecording,
  subject: suites,
  of: (input) => input.suiteId,
  allow: permit(suitePolicy, 'suite.record'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertInUse(subject);
    const { suiteId, address, cases, volatile } = input;
    const rows = await tx.suiteCase.findMany({
      where: { suiteId, archivedAt: null },
      select: { id: true, version: true },
    });
    const asked = new Map(cases.map(({ caseId, version }) => [caseId, version]));
    if (rows.length !== asked.size || rows.some((row) => asked.get(row.id) !== row.version)) {
      throw new AppError(
        'conflict',
        'Cases were changed while they were replayed. Record the baseline again.',
      );
    }
    const newest = await tx.baseline.aggregate({ where: { suiteId }, _max: { number: true } });
    const number = (newest._max.number ?? 0) + 1;
    const id = newId();
    const recordedById = actingMember(ctx.actor);
    await tx.baseline.create({ data: { id, suiteId, number, address, recordedById, recordedAt: now } });
    for (let from = 0; from < cases.length; from += atOnce) {
      await tx.baselineCase.createMany({
        data: cases.slice(from, from + atOnce).map(({ caseId, request, answer, body, latencyMs }) => ({
          baselineId: id,
          caseId,
          request,
          expected: answer,
          body: body ? new Uint8Array(body) : null,
          latencyMs,
        })),
      });
    }
    const { serviceId } = subject;
    record(baselineRecorded({ suiteId, serviceId, baselineId: id, number, cases: cases.length }));
    return { id, number, cases: cases.length, volatile };
  },
});
