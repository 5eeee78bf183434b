import { exactDuration, latency } from '@/lib/platform/rules/duration';
import type { ProbeInput } from '@/lib/probes/rules/probe';
import type { Area, ServerRole } from '@/lib/services/schema';
import { publicTarget, samePlace, type Target, targetOf } from './address';

export interface CheckedServer {
  id: string;
  name: string;
  role: ServerRole;
  address: string | null;
}

/** What the catalogue knows of a service, as far as checks come out of it. */
export interface CheckedService {
  id: string;
  name: string;
  publicAddress: string | null;
  rpoMinutes: number | null;
  servers: CheckedServer[];
  datasets: { id: string; name: string }[];
  /** Only those with a baseline: without one there is nothing to compare with. */
  suites: { id: string; name: string }[];
  dependsOn: { id: string; name: string; publicAddress: string | null }[];
}

export interface DerivedCheck {
  area: Area;
  name: string;
  instruction: string;
  probe: ProbeInput;
  serviceId: string;
  serverId: string | null;
}

/** Slower than this, an answer is a fault of its own. Milliseconds. */
const slowMs = 2_000;
const timeoutMs = 8_000;
/** Without an RPO, a secondary may be this far behind. Seconds. */
const stepSeconds = 60;

/** What a web server may answer at an address without a path and still be up: anything but an error of its own. */
const upStatuses = [
  200, 201, 202, 203, 204, 206, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 406, 410, 415, 422, 426,
  429,
];

type Line = Omit<DerivedCheck, 'serviceId' | 'serverId'>;

function ofTheWay(name: string, target: Target & { port: number }): Line[] {
  const { host, port, tls, literal } = target;
  const area = 'NETWORKING';
  const lines: Line[] = [];
  if (!literal) {
    lines.push({
      area,
      name: `The name ${host} resolves`,
      instruction: 'Asks the name service of this machine. When it fails, look at the zone and its servers.',
      probe: { kind: 'DNS', host, timeoutMs },
    });
  }
  lines.push({
    area,
    name: `${name} can be reached at ${host}:${port}`,
    instruction: 'Opens a connection to the address that users have.',
    probe: { kind: 'TCP', host, port, timeoutMs },
  });
  if (tls) {
    lines.push({
      area,
      name: `The certificate of ${host} is valid`,
      instruction: 'Looks at the name, the chain and the last day of the certificate.',
      probe: { kind: 'TLS', host, port, timeoutMs },
    });
  }
  lines.push({
    area,
    name: `Latency and loss on the way to ${name}`,
    instruction: 'Opens five connections, one after the other.',
    probe: { kind: 'LATENCY', host, port, timeoutMs },
  });
  return lines;
}

/** As a user's browser asks. An address with a path has to answer well there; without one, it has to be up. */
function askAs(url: string): ProbeInput {
  const status = new URL(url).pathname === '/' ? upStatuses : [];
  return { kind: 'HTTP', request: { url, redirects: 3 }, expect: { status, maxMs: slowMs }, timeoutMs };
}

function ofTheService(service: CheckedService, url: string): Line[] {
  const area = 'SERVICES';
  const many = service.suites.length > 1;
  return [
    {
      area,
      name: `${service.name} answers`,
      instruction: `Asks for the address that users have, and wants an answer within ${latency(slowMs)}.`,
      probe: askAs(url),
    },
    ...service.suites.map(
      (suite): Line => ({
        area,
        name: `${service.name} gives its known-good answers${many ? ` (${suite.name})` : ''}`,
        instruction: 'Repeats what clients ask, and compares with the recorded baseline.',
        probe: { kind: 'KNOWN_GOOD', suiteId: suite.id, address: url },
      }),
    ),
  ];
}

/** Where a server says how it is: its own page when the address names one, else /health. */
function healthUrl(url: string): string {
  const parsed = new URL(url);
  return parsed.pathname === '/' ? new URL('/health', parsed).href : url;
}

function ofServer(service: CheckedService, server: CheckedServer, front: boolean): DerivedCheck[] {
  const target = targetOf(server.address);
  if (!target?.port) return [];
  const common = { area: 'INFRASTRUCTURE' as const, serviceId: service.id, serverId: server.id };
  const { host, port, url } = target;
  const checks: DerivedCheck[] = [
    {
      ...common,
      name: `${server.name} answers on its port`,
      instruction: `Opens a connection to ${host}:${port}.`,
      probe: { kind: 'TCP', host, port, timeoutMs },
    },
  ];
  // What is in front hands the question on, so its answer says nothing about its own health.
  if (!url || front || server.role === 'BACKUP') return checks;
  const health = healthUrl(url);
  checks.push({
    ...common,
    name: `${server.name} is healthy`,
    instruction: `Asks ${health} and wants a good answer within ${latency(slowMs)}, with room on the disk.`,
    probe: { kind: 'HTTP', request: { url: health }, expect: { maxMs: slowMs }, timeoutMs },
  });
  if (server.role !== 'SECONDARY') return checks;
  const maxSeconds = service.rpoMinutes === null ? stepSeconds : service.rpoMinutes * 60;
  checks.push({
    ...common,
    name: `${server.name} is in step with the primary`,
    instruction: `Reads lagSeconds at ${health}. Up to ${exactDuration(maxSeconds)} are fine.`,
    probe: { kind: 'REPLICATION_LAG', request: { url: health }, path: 'lagSeconds', maxSeconds, timeoutMs },
  });
  const suite = service.suites[0];
  if (suite) {
    checks.push({
      ...common,
      area: 'SERVICES',
      name: `${server.name} gives the known-good answers of ${service.name}`,
      instruction: 'Asks the secondary itself, so that it is known whether a switch would help.',
      probe: { kind: 'KNOWN_GOOD', suiteId: suite.id, address: url },
    });
  }
  return checks;
}

/** The server of a service that users reach first: the one whose address is the service's own. */
export function frontOf(service: Pick<CheckedService, 'publicAddress' | 'servers'>): CheckedServer | null {
  const shown = publicTarget(service.publicAddress);
  return service.servers.find((server) => samePlace(targetOf(server.address), shown)) ?? null;
}

/**
 * The automated checks that follow from what the catalogue says of a service: no set-up is needed for them, and they
 * change with the catalogue.
 */
export function derivedChecks(service: CheckedService): DerivedCheck[] {
  const common = { serviceId: service.id, serverId: null };
  const target = publicTarget(service.publicAddress);
  const front = frontOf(service);
  const lines = target ? [...ofTheWay(service.name, target), ...ofTheService(service, target.url)] : [];
  const needed = service.dependsOn.flatMap((other): DerivedCheck[] => {
    const there = publicTarget(other.publicAddress);
    if (!there) return [];
    return [
      {
        area: 'SERVICES',
        name: `${other.name}, which ${service.name} depends on, answers`,
        instruction: 'Asks for the address that its users have.',
        probe: askAs(there.url),
        serviceId: other.id,
        serverId: null,
      },
    ];
  });
  const backups = service.datasets.map(
    (dataset): DerivedCheck => ({
      ...common,
      area: 'INFRASTRUCTURE',
      name: `The newest backup of ${dataset.name} is young enough`,
      instruction: 'Looks at the snapshots that were reported to Standby.',
      probe: { kind: 'BACKUP_AGE', datasetId: dataset.id },
    }),
  );
  return [
    ...lines.map((line) => ({ ...line, ...common })),
    ...needed,
    ...service.servers.flatMap((server) => ofServer(service, server, server.id === front?.id)),
    ...backups,
  ];
}
