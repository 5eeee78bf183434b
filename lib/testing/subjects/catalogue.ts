import { archiveEndpoint } from '@/lib/automation/commands/archive';
import { createEndpoint } from '@/lib/automation/commands/create';
import { editEndpoint } from '@/lib/automation/commands/edit';
import { db } from '@/lib/database/db';
import { archiveDataset } from '@/lib/datasets/commands/archive';
import { createDataset } from '@/lib/datasets/commands/create';
import { editDataset } from '@/lib/datasets/commands/edit';
import { archiveMonitor } from '@/lib/monitors/commands/archive';
import { createMonitor } from '@/lib/monitors/commands/create';
import { pauseMonitor } from '@/lib/monitors/commands/pause';
import { archivePlan } from '@/lib/plans/commands/archive';
import { createPlan } from '@/lib/plans/commands/create';
import { renamePlan } from '@/lib/plans/commands/rename';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeService } from '@/lib/reports/testing/people-and-incidents';
import { archiveService } from '@/lib/services/commands/archive';
import { createService } from '@/lib/services/commands/create';
import { editService } from '@/lib/services/commands/edit';
import { archiveSuite } from '@/lib/suites/commands/archive';
import { editSuite } from '@/lib/suites/commands/edit';
import { editCase } from '@/lib/suites/commands/edit-case';
import { removeCase } from '@/lib/suites/commands/remove-case';
import { get, suiteWith } from '@/lib/suites/testing/shop-suite';
import { as, type SubjectCase, slug } from './subject-case';

const cli = cliContext();
const orders = { name: 'Orders', system: 'shop-1', location: '/var/orders' };
const probe = { kind: 'HTTP' as const, request: { url: 'http://127.0.0.1:4101/health' } };

export const catalogue: Record<string, SubjectCase> = {
  service: {
    what: '“Shop”',
    told: 'Service changed: tier',
    make: async () => {
      const fields = { name: 'Shop', slug: slug() };
      await db().service.updateMany({ where: { name: 'Shop' }, data: { name: newId() } });
      const { id: key } = await createService(cli, fields);
      return {
        key,
        acts: [
          (by, id, version) => editService(by, { id, version, ...fields, tier: 1 }),
          (by, id, version) => archiveService(by, { id, version }),
        ],
      };
    },
  },
  dataset: {
    what: '“Orders”',
    told: 'Dataset changed: how long they are kept',
    make: async () => {
      const { id: key } = await createDataset(cli, { serviceId: await makeService(slug()), ...orders });
      return {
        key,
        acts: [
          (by, id, version) => editDataset(by, { id, version, ...orders, keepDays: 7 }),
          (by, id, version) => archiveDataset(by, { id, version }),
        ],
      };
    },
  },
  suite: {
    what: '“What customers do”',
    told: 'Verification suite renamed or described anew',
    make: async () => {
      const { suiteId: key } = await suiteWith();
      return {
        key,
        acts: [
          (by, suiteId, version) =>
            editSuite(by, { suiteId, version, name: 'What customers do', description: 'New' }),
          (by, suiteId, version) => archiveSuite(by, { suiteId, version }),
        ],
      };
    },
  },
  case: {
    what: '“Look at /a”',
    told: 'Case changed in a verification suite',
    make: async () => {
      const { suiteId, caseIds } = await suiteWith(get('/a'), get('/b'));
      return {
        key: caseIds[0] ?? '',
        acts: [
          (by, caseId, version) => editCase(by, { suiteId, caseId, version, timeoutMs: 500 }),
          (by, caseId, version) => removeCase(by, { suiteId, caseId, version }),
        ],
      };
    },
  },
  plan: {
    what: '“Switch over”',
    told: 'Recovery plan renamed',
    make: async () => {
      const serviceId = await makeService(slug());
      const { id: key } = await createPlan(cli, { serviceId, kind: 'FAILOVER', name: 'Switch' });
      return {
        key,
        acts: [
          (by, id, version) => renamePlan(by, { id, version, name: 'Switch over' }),
          (by, id, version) => archivePlan(by, { id, version }),
        ],
      };
    },
  },
  monitor: {
    what: '“Health”',
    told: 'Monitor “Health” paused',
    make: async (by) => {
      const service = slug();
      await makeService(service);
      const { id: key } = await createMonitor(by, { service, name: 'Health', probe });
      return {
        key,
        acts: [
          (by, monitorId, version) => pauseMonitor(by, { monitorId, version, paused: true }),
          (by, monitorId, version) => archiveMonitor(by, { monitorId, version }),
        ],
      };
    },
  },
  automation: {
    what: '“Front”',
    told: 'Automation endpoint changed',
    role: 'ADMIN',
    make: async (by) => {
      const url = `http://10.0.0.1/${newId()}`;
      const { id: key } = await createEndpoint(as(by, 'ADMIN'), { name: 'Front', url, mode: 'LIVE' });
      return {
        key,
        acts: [
          (by, id, version) => editEndpoint(by, { id, version, timeoutSeconds: 20 }),
          (by, id, version) => archiveEndpoint(by, { id, version }),
        ],
      };
    },
  },
};
