import { findingAdded } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { type FindingActView, findingActViewSchema } from '@/lib/checks/queries/views';
import { assertNamed } from '@/lib/checks/references';
import { addFindingInput } from '@/lib/checks/schema';
import { assertNotClosed, incidentColumns } from '@/lib/checks/subject';
import { isOwnIncident } from '@/lib/incidents/ownership';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** Writes down where the fault may be, or, confirmed, where it is. @returns `FindingActView` */
export const addFinding = command({
  input: addFindingInput,
  answer: findingActViewSchema,
  load: (tx, { ref }) => incidents.read(tx, ref, incidentColumns),
  allow: permit(checkPolicy, 'finding.add', isOwnIncident),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<FindingActView> => {
    assertNotClosed(subject);
    const { ref: _ref, confirmed, ...columns } = input;
    await assertNamed(tx, columns);
    const { checkId } = columns;
    if (checkId && !(await tx.check.findFirst({ where: { id: checkId, incidentId: subject.id } })))
      throw new AppError('invalid', 'The check that led to it belongs to another incident.');
    const findingId = newId();
    const by = actingMember(ctx.actor);
    const view = await tx.finding.create({
      data: {
        ...columns,
        id: findingId,
        incidentId: subject.id,
        byId: by,
        createdAt: now,
        ...(confirmed ? { state: 'CONFIRMED', confirmedById: by, settledAt: now } : {}),
      },
      select: { id: true, state: true, version: true },
    });
    record(findingAdded({ incidentId: subject.id, findingId, area: columns.area, confirmed }));
    return view;
  },
});
