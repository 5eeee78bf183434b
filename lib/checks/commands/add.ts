import { checkAdded, checkAssigned } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { type CheckActView, checkActViewSchema } from '@/lib/checks/queries/views';
import { assertNamed, assertProbe } from '@/lib/checks/references';
import { addCheckInput } from '@/lib/checks/schema';
import { assertNotClosed, incidentColumns } from '@/lib/checks/subject';
import { isOwnIncident } from '@/lib/incidents/ownership';
import { incidents } from '@/lib/incidents/subject';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import type { Prisma } from '@/prisma/generated/client';

/** Adds a check to the incident: one that a person does, or one that Standby runs at once. @returns `CheckActView` */
export const addCheck = command({
  input: addCheckInput,
  answer: checkActViewSchema,
  load: (tx, { ref }) => incidents.read(tx, ref, incidentColumns),
  allow: permit(checkPolicy, 'check.add', isOwnIncident),
  run: async ({ tx, input, subject, now, record }): Promise<CheckActView> => {
    assertNotClosed(subject);
    const { ref: _ref, probe, ...columns } = input;
    await assertNamed(tx, { ...columns, memberId: columns.assigneeId });
    await assertProbe(tx, probe);
    const { _max } = await tx.check.aggregate({
      where: { incidentId: subject.id },
      _max: { position: true },
    });
    const checkId = newId();
    const incidentId = subject.id;
    const view = await tx.check.create({
      data: {
        ...columns,
        id: checkId,
        incidentId,
        position: (_max.position ?? 0) + 1,
        createdAt: now,
        ...(probe ? { probeKind: probe.kind, probe: probe as Prisma.InputJsonValue } : {}),
      },
      select: { id: true, state: true, version: true },
    });
    record(checkAdded({ incidentId, checkId, area: columns.area, probeKind: probe?.kind ?? null }));
    const memberId = columns.assigneeId;
    if (memberId) record(checkAssigned({ incidentId, checkId, memberId }));
    return view;
  },
});
