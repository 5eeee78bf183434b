import { db } from '@/lib/database/db';
import { giveUpDelivery } from '@/lib/deliveries/commands/give-up';
import { retryDelivery } from '@/lib/deliveries/commands/retry';
import { prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { declared } from '@/lib/incidents/testing/declared';
import { createTeam } from '@/lib/members/commands/create-team';
import { editTeam } from '@/lib/members/commands/edit-team';
import { setRole } from '@/lib/members/commands/set-role';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { acceptAllocation } from '@/lib/resources/commands/accept';
import { archiveResource } from '@/lib/resources/commands/archive';
import { createResource } from '@/lib/resources/commands/create';
import { editResource } from '@/lib/resources/commands/edit';
import { extendAllocation } from '@/lib/resources/commands/extend';
import { refuseAllocation } from '@/lib/resources/commands/refuse';
import { releaseAllocation } from '@/lib/resources/commands/release';
import { requestAllocation } from '@/lib/resources/commands/request';
import { changeSettings } from '@/lib/settings/commands/change';
import { changeClocks } from '@/lib/settings/commands/change-clocks';
import { settingsInForce } from '@/lib/settings/in-force';
import { as, type SubjectCase, slug } from './subject-case';

const cli = cliContext();
const reason = 'It is so.';

export const people: Record<string, SubjectCase> = {
  member: {
    what: '“Mei”',
    told: 'Mei is responder now, was developer',
    role: 'ADMIN',
    make: async () => {
      const { memberId: key } = await makeMember('DEVELOPER', 'Mei');
      return {
        key,
        acts: [(by, memberId, version) => setRole(by, { memberId, version, role: 'RESPONDER' })],
      };
    },
  },
  team: {
    what: '“Databases”',
    told: 'A team was changed',
    make: async (by) => {
      await db().team.updateMany({ where: { name: 'Databases' }, data: { name: newId() } });
      const { id: key } = await createTeam(as(by, 'ADMIN'), { name: 'Databases' });
      return { key, acts: [(by, teamId, version) => editTeam(by, { teamId, version, capacity: 2 })] };
    },
  },
  resource: {
    what: '“Build machines”',
    told: 'Equipment changed: Build machines',
    make: async () => {
      const { id: key } = await createResource(cli, { kind: 'EQUIPMENT', name: 'Build machines' });
      return {
        key,
        acts: [
          (by, resourceId, version) => editResource(by, { resourceId, version, capacity: 3 }),
          (by, resourceId, version) => archiveResource(by, { resourceId, version }),
        ],
      };
    },
  },
  allocation: {
    what: 'this booking',
    told: 'Storage vendor accepted',
    anyones: { ...cli, memberId: '' },
    make: async (by) => {
      const { ref } = await declared(by, await makeService(slug()));
      const { id: resourceId } = await createResource(cli, { kind: 'VENDOR', name: 'Storage vendor' });
      const from = new Date(Date.now() + 3_600_000).toISOString();
      const asked = { resourceId, ref, aspect: 'RECOVERY', from, minutes: 30 } as const;
      const { id: key } = await requestAllocation(by, asked);
      return {
        key,
        acts: [
          (by, allocationId, version) => acceptAllocation(by, { allocationId, version }),
          (by, allocationId, version) => refuseAllocation(by, { allocationId, version, reason: 'On leave' }),
          (by, allocationId, version) => extendAllocation(by, { allocationId, version, minutes: 30 }),
          (by, allocationId, version) => releaseAllocation(by, { allocationId, version }),
        ],
      };
    },
  },
  delivery: {
    what: 'this message',
    told: 'A message was given up',
    make: async () => ({
      key: await prepareDelivery({ address: `${newId()}@example.org` }),
      acts: [
        (by, id, version) => giveUpDelivery(by, { id, version }),
        (by, id, version) => retryDelivery(by, { id, version }),
      ],
    }),
  },
  settings: {
    what: 'the settings',
    told: (_, version) => `Settings version ${version} saved: organisation`,
    role: 'ADMIN',
    unknown: null,
    make: async () => ({
      key: 'settings',
      version: (await settingsInForce()).version,
      acts: [
        (by, _, version) =>
          changeSettings(by, { version, reason, organisation: { name: newId(), zone: 'UTC' } }),
        (by, _, version) => changeClocks(by, { version, reason, atRisk: 0.6 }),
      ],
    }),
  },
};
