import { Card, CardHeader } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Outcome } from '@/components/ui/outcome';
import { counted } from '@/lib/language/words';
import type { ServiceView } from '@/lib/services/queries/views';
import { serverRoleLabel } from '@/lib/services/schema';

type Server = ServiceView['serverList'][number];

/** What a machine can lose and go on, as far as it is known. Unknown is said, not assumed. */
function redundancy(server: Server): { kind: 'ok' | 'slow' | 'todo'; words: string }[] {
  const power = server.powerSupplies;
  const supplies =
    power === null
      ? ({ kind: 'todo', words: 'Power supplies not known' } as const)
      : power > 1
        ? ({ kind: 'ok', words: `${power} power supplies` } as const)
        : ({ kind: 'slow', words: 'One power supply' } as const);
  const disks =
    server.hotSwapDisks === null
      ? ({ kind: 'todo', words: 'Disks not known' } as const)
      : server.hotSwapDisks
        ? ({ kind: 'ok', words: 'Hot-swap disks' } as const)
        : ({ kind: 'slow', words: 'No hot-swap disks' } as const);
  return [supplies, disks];
}

const columns: Column<Server>[] = [
  {
    key: 'name',
    header: 'Server',
    cell: (server) => (
      <>
        <span className="mono">{server.name}</span>
        {server.description ? <small>{server.description}</small> : null}
      </>
    ),
  },
  { key: 'role', header: 'Role', cell: (server) => serverRoleLabel[server.role] },
  { key: 'site', header: 'Site', hideBelow: 'sm', cell: (server) => server.site ?? '–' },
  {
    key: 'address',
    header: 'Address',
    hideBelow: 'md',
    cell: (server) => (server.address ? <span className="mono">{server.address}</span> : '–'),
  },
  {
    key: 'redundancy',
    header: 'Redundancy',
    cell: (server) => (
      <ul>
        {redundancy(server).map((fact) => (
          <li key={fact.words}>
            <Outcome kind={fact.kind}>{fact.words}</Outcome>
          </li>
        ))}
        {server.note ? <li className="muted sm">{server.note}</li> : null}
      </ul>
    ),
  },
];

export function ServerTable({ servers }: { servers: Server[] }) {
  const sites = new Set(servers.flatMap((server) => (server.site ? [server.site] : [])));
  const meta =
    servers.length > 0 ? `${counted(servers.length, 'server')}, ${counted(sites.size, 'site')}` : undefined;
  return (
    <Card>
      <CardHeader title="Servers and what can fail in them" meta={meta} />
      <DataTable
        label="Servers"
        columns={columns}
        rows={servers}
        rowKey={(server) => server.id}
        empty={
          <p className="pad muted">
            No servers are listed. Add them, so that checks and plans can name them.
          </p>
        }
      />
    </Card>
  );
}
