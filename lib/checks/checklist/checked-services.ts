import type { CheckedService } from '@/lib/checks/rules/derive';
import type { Db, Tx } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/client';

const named = { id: true, name: true } as const;

const select = {
  ...named,
  publicAddress: true,
  rpoMinutes: true,
  servers: {
    where: { server: { archivedAt: null } },
    orderBy: { position: 'asc' },
    select: { role: true, server: { select: { ...named, address: true } } },
  },
  datasets: { where: { archivedAt: null }, orderBy: { name: 'asc' }, select: named },
  suites: {
    where: { archivedAt: null, baselines: { some: {} } },
    orderBy: { name: 'asc' },
    select: named,
  },
  dependencies: {
    where: { dependsOn: { archivedAt: null } },
    select: { dependsOn: { select: { ...named, publicAddress: true } } },
  },
} satisfies Prisma.ServiceSelect;

/** What checks come out of, for each of these services, in the order of the catalogue. */
export async function checkedServices(db: Db | Tx, serviceIds: readonly string[]): Promise<CheckedService[]> {
  const rows = await db.service.findMany({
    where: { id: { in: [...serviceIds] } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select,
  });
  return rows.map(({ servers, dependencies, ...row }) => ({
    ...row,
    servers: servers.map(({ role, server }) => ({ ...server, role })),
    dependsOn: dependencies.map(({ dependsOn }) => dependsOn),
  }));
}
