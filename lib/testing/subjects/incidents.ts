import { addCheck } from '@/lib/checks/commands/add';
import { addFinding } from '@/lib/checks/commands/add-finding';
import { archiveCheckTemplate } from '@/lib/checks/commands/archive-check-template';
import { assignCheck } from '@/lib/checks/commands/assign';
import { confirmFinding } from '@/lib/checks/commands/confirm-finding';
import { createCheckTemplate } from '@/lib/checks/commands/create-check-template';
import { editCheckTemplate } from '@/lib/checks/commands/edit-check-template';
import { recordCheck } from '@/lib/checks/commands/record';
import { ruleOutFinding } from '@/lib/checks/commands/rule-out-finding';
import { skipCheck } from '@/lib/checks/commands/skip';
import { db } from '@/lib/database/db';
import { advanceStage } from '@/lib/incidents/commands/advance';
import { assignRole } from '@/lib/incidents/commands/assign-role';
import { closeIncident } from '@/lib/incidents/commands/close';
import { movePromise } from '@/lib/incidents/commands/move-promise';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { regradeIncident } from '@/lib/incidents/commands/regrade';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { setVisibility } from '@/lib/incidents/commands/set-visibility';
import { declared, filed } from '@/lib/incidents/testing/declared';
import { newId } from '@/lib/platform/ids';
import { makeService } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from '@/lib/runs/commands/begin';
import { confirmStep } from '@/lib/runs/commands/confirm-step';
import { resumeRun } from '@/lib/runs/commands/resume';
import { skipStep } from '@/lib/runs/commands/skip-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { planOf, step } from '@/lib/runs/testing/ground';
import { askReport } from '@/lib/triage/commands/ask';
import { declineReport } from '@/lib/triage/commands/decline';
import { linkReport } from '@/lib/triage/commands/link';
import { editUpdate } from '@/lib/updates/commands/edit';
import { type Person, type SubjectCase, slug } from './subject-case';

const incidentOf = async (by: Person) => await declared(by, await makeService(slug()));
const why = 'It is so.';
const line = { area: 'SERVICES', name: 'Look at the queue' } as const;

export const incidents: Record<string, SubjectCase> = {
  incident: {
    told: 'Visibility: internal',
    unknown: 'INC-999999',
    make: async (by) => ({
      key: (await incidentOf(by)).ref,
      acts: [
        (by, ref, version) => setVisibility(by, { ref, version, visibility: 'INTERNAL', reason: why }),
        (by, ref, version) => regradeIncident(by, { ref, version, severity: 'SEVERE', reason: why }),
        (by, ref, version) => advanceStage(by, { ref, version, to: 'INVESTIGATING' }),
        (by, ref, version) =>
          assignRole(by, { ref, version, role: 'SCRIBE', memberId: by.memberId || newId() }),
        (by, ref, version) => movePromise(by, { ref, version, next: { minutes: 60 }, reason: why }),
        (by, ref, version) => publishUpdate(by, { ref, version, audience: 'INTERNAL', text: 'We look.' }),
        (by, ref, version) => resolveIncident(by, { ref, version, text: 'It works.' }),
        (by, ref, version) => closeIncident(by, { ref, version }),
      ],
    }),
  },
  update: {
    what: 'this update',
    told: 'Update edited: revision 2',
    make: async (by) => {
      const { ref, id: incidentId } = await incidentOf(by);
      await publishUpdate(by, { ref, audience: 'INTERNAL', text: 'We look.' });
      const { id: key } = await db().update.findFirstOrThrow({ where: { incidentId } });
      return {
        key,
        acts: [(by, id, version) => editUpdate(by, { id, version, text: 'We look at it.', reason: why })],
      };
    },
  },
  check: {
    what: '“Look at the queue”',
    told: 'Check skipped: Look at the queue',
    make: async (by) => ({
      key: (await addCheck(by, { ref: (await incidentOf(by)).ref, ...line })).id,
      acts: [
        (by, id, version) => skipCheck(by, { id, version }),
        (by, id, version) => recordCheck(by, { id, version, outcome: 'OK' }),
        (by, id, version) => assignCheck(by, { id, version, assigneeId: null }),
      ],
    }),
  },
  finding: {
    what: 'this finding',
    told: 'Cause confirmed',
    make: async (by) => {
      const { ref } = await incidentOf(by);
      const { id: key } = await addFinding(by, { ref, area: 'SERVICES', sentence: 'The queue is full.' });
      return {
        key,
        acts: [
          (by, id, version) => confirmFinding(by, { id, version }),
          (by, id, version) => ruleOutFinding(by, { id, version }),
        ],
      };
    },
  },
  checkTemplate: {
    what: '“Look at the queue”',
    told: 'A check was changed in the checklist of all services (services)',
    make: async (by) => ({
      key: (await createCheckTemplate(by, line)).id,
      acts: [
        (by, id, version) => editCheckTemplate(by, { id, version, ...line, instruction: 'Count it.' }),
        (by, id, version) => archiveCheckTemplate(by, { id, version }),
      ],
    }),
  },
  report: {
    told: 'The team asked the reporter a question',
    make: async (by) => {
      const service = slug();
      const { ref: incidentRef } = await declared(by, await makeService(service));
      return {
        key: (await filed(service)).ref,
        acts: [
          (by, ref, version) => askReport(by, { ref, version, text: 'Which case?' }),
          (by, ref, version) => declineReport(by, { ref, version, reason: why }),
          (by, ref, version) => linkReport(by, { ref, version, incidentRef }),
        ],
      };
    },
  },
  run: {
    told: (ref) => `${ref}, step 1.1 Call: skipped`,
    unknown: 'FO-999999',
    make: async (by) => {
      const call = step('MANUAL', { instruction: 'Call the office.' }, 'Call');
      const planId = await planOf(await makeService(slug()), [[call]]);
      const { ref: key } = await startRun(by, { planId, mode: 'DRILL' });
      await beginRun(by, { ref: key, reason: why });
      await driveAll();
      const { version, steps } = await runRead(by, { ref: key });
      const stepId = steps[0]?.id ?? '';
      return {
        key,
        version,
        acts: [
          (by, ref, version) => skipStep(by, { ref, version, stepId, reason: why }),
          (by, ref, version) => confirmStep(by, { ref, version, stepId }),
          (by, ref, version) => resumeRun(by, { ref, version }),
        ],
      };
    },
  },
};
