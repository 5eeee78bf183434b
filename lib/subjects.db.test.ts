import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { archiveEndpoint } from './automation/commands/archive';
import { createEndpoint } from './automation/commands/create';
import { editEndpoint } from './automation/commands/edit';
import { archiveDataset } from './datasets/commands/archive';
import { createDataset } from './datasets/commands/create';
import { editDataset } from './datasets/commands/edit';
import { createTeam } from './members/commands/create-team';
import { editTeam } from './members/commands/edit-team';
import { setRole } from './members/commands/set-role';
import { archiveMonitor } from './monitors/commands/archive';
import { createMonitor } from './monitors/commands/create';
import { pauseMonitor } from './monitors/commands/pause';
import { archivePlan } from './plans/commands/archive';
import { createPlan } from './plans/commands/create';
import { renamePlan } from './plans/commands/rename';
import { type Context, cliContext, type Role } from './platform/context';
import { newId } from './platform/ids';
import { makeMember, makeService } from './reports/testing/people-and-incidents';
import { archiveService } from './services/commands/archive';
import { createService } from './services/commands/create';
import { editService } from './services/commands/edit';
import { archiveSuite } from './suites/commands/archive';
import { editSuite } from './suites/commands/edit';
import { editCase } from './suites/commands/edit-case';
import { removeCase } from './suites/commands/remove-case';
import { get, suiteWith } from './suites/testing/shop-suite';

testDatabase();

type Person = Context & { memberId: string };
type Act = (by: Person, version: number) => Promise<unknown>;

interface Subject {
  /** How the refusal calls it, and what was done to it. */
  what: string;
  told: string;
  /** Who may act on it; left out: a manager. */
  role?: Role;
  /** Makes one in its first version. The first act counts it up; all are refused to who saw an older one. */
  make: () => Promise<{ acts: [Act, ...Act[]]; version?: number }>;
}

const cli = cliContext();
let priya: Person;
let tom: Person;

beforeAll(async () => {
  [priya, tom] = [await makeMember('MANAGER', 'Priya'), await makeMember('MANAGER', 'Tom')];
});

const as = (person: Person, role: Role): Person => ({
  ...person,
  actor: { kind: 'member', memberId: person.memberId, role, sessionId: newId() },
});
const slug = () => `s-${newId().slice(-12)}`;
const orders = { name: 'Orders', system: 'shop-1', location: '/var/orders' };
const probe = { kind: 'HTTP' as const, request: { url: 'http://127.0.0.1:4101/health' } };

const subjects: Record<string, Subject> = {
  service: {
    what: '“Shop”',
    told: 'Service changed: tier',
    make: async () => {
      const fields = { name: 'Shop', slug: slug() };
      await db().service.updateMany({ where: { name: 'Shop' }, data: { name: newId() } });
      const { id } = await createService(cli, fields);
      return {
        acts: [
          (by, version) => editService(by, { id, version, ...fields, tier: 1 }),
          (by, version) => archiveService(by, { id, version }),
        ],
      };
    },
  },
  dataset: {
    what: '“Orders”',
    told: 'Dataset changed: keepDays',
    make: async () => {
      const { id } = await createDataset(cli, { serviceId: await makeService(slug()), ...orders });
      return {
        acts: [
          (by, version) => editDataset(by, { id, version, ...orders, keepDays: 7 }),
          (by, version) => archiveDataset(by, { id, version }),
        ],
      };
    },
  },
  suite: {
    what: '“What customers do”',
    told: 'Verification suite renamed or described anew',
    make: async () => {
      const { suiteId } = await suiteWith();
      return {
        acts: [
          (by, version) => editSuite(by, { suiteId, version, name: 'What customers do', description: 'New' }),
          (by, version) => archiveSuite(by, { suiteId, version }),
        ],
      };
    },
  },
  case: {
    what: '“Look at /a”',
    told: 'Case changed in a verification suite',
    make: async () => {
      const { suiteId, caseIds } = await suiteWith(get('/a'), get('/b'));
      const caseId = caseIds[0] ?? '';
      return {
        acts: [
          (by, version) => editCase(by, { suiteId, caseId, version, ...get('/a') }),
          (by, version) => removeCase(by, { suiteId, caseId, version }),
        ],
      };
    },
  },
  plan: {
    what: '“Switch over”',
    told: 'Recovery plan renamed',
    make: async () => {
      const serviceId = await makeService(slug());
      const { id } = await createPlan(cli, { serviceId, kind: 'FAILOVER', name: 'Switch' });
      return {
        acts: [
          (by, version) => renamePlan(by, { id, version, name: 'Switch over' }),
          (by, version) => archivePlan(by, { id, version }),
        ],
      };
    },
  },
  monitor: {
    what: '“Health”',
    told: 'Monitor “Health” paused',
    make: async () => {
      const service = slug();
      await makeService(service);
      const { id: monitorId } = await createMonitor(tom, { service, name: 'Health', probe });
      return {
        acts: [
          (by, version) => pauseMonitor(by, { monitorId, version, paused: true }),
          (by, version) => archiveMonitor(by, { monitorId, version }),
        ],
      };
    },
  },
  member: {
    what: '“Mei”',
    told: 'Mei is responder now, was developer',
    role: 'ADMIN',
    make: async () => {
      const { memberId } = await makeMember('DEVELOPER', 'Mei');
      return {
        acts: [(by, version) => setRole(by, { memberId, version, role: 'RESPONDER' })],
      };
    },
  },
  team: {
    what: '“Databases”',
    told: 'A team was changed',
    make: async () => {
      await db().team.updateMany({ data: { name: newId() } });
      const { id: teamId } = await createTeam(as(priya, 'ADMIN'), { name: 'Databases' });
      return { acts: [(by, version) => editTeam(by, { teamId, version, capacity: 2 })] };
    },
  },
  automation: {
    what: '“Front”',
    told: 'Automation endpoint changed',
    role: 'ADMIN',
    make: async () => {
      const url = `http://10.0.0.1/${newId()}`;
      const { id } = await createEndpoint(as(priya, 'ADMIN'), { name: 'Front', url, mode: 'LIVE' });
      return {
        acts: [
          (by, version) => editEndpoint(by, { id, version, timeoutSeconds: 20 }),
          (by, version) => archiveEndpoint(by, { id, version }),
        ],
      };
    },
  },
};

describe('who saw an older state is refused, and told who changed what', () => {
  test.each(Object.entries(subjects))('%s', async (_, { what, told, role = 'MANAGER', make }) => {
    const { acts, version = 1 } = await make();
    await acts[0](as(priya, role), version);
    const sentence = `Priya changed ${what} in between: ${told}. Look at it again, then decide.`;
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    for (const act of acts) {
      await expect(act(as(tom, role), version)).rejects.toMatchObject({
        code: 'conflict',
        message: sentence,
        details: { by: 'Priya', act: told, at, version: version + 1 },
      });
    }
  });
});
