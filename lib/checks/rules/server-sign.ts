import type { NodeState } from '@/lib/checks/queries/views';
import type { Fault, PointCheck, PointServer, PointService } from './pointing';

/** What is wrong with a server, worst first: each hides those after it. */
export const signs = ['SILENT', 'HUNG', 'DISK', 'ERRORS', 'SLOW', 'BEHIND'] as const;
export type Sign = (typeof signs)[number];

export interface Judged {
  server: PointServer;
  state: NodeState;
  sign: Sign | null;
  /** Checks that found it. */
  because: string[];
  /** Whether its port was seen to answer, and whether it was seen to be healthy. */
  answers: boolean;
  healthy: boolean;
  /** Seen to be in step with the primary. */
  inStep: boolean;
}

const gone: readonly Fault[] = ['NAME', 'REFUSED', 'UNREACHABLE', 'CLOSED'];

/** What a failed look at a server means; null when it says nothing of the server itself. */
function signOf({ aim, fault }: PointCheck): Sign | null {
  if (aim === 'PORT') return 'SILENT';
  if (aim === 'STEP') return fault === 'LAG' ? 'BEHIND' : null;
  if (aim !== 'HEALTH') return null;
  if (fault === 'DISK') return 'DISK';
  if (fault === 'SLOW') return 'SLOW';
  if (fault === 'TIMEOUT') return 'HUNG';
  return fault && gone.includes(fault) ? 'SILENT' : 'ERRORS';
}

function stateOf(mine: PointCheck[], sign: Sign | null): NodeState {
  if (sign) return 'fault';
  if (mine.some((check) => check.state === 'OK')) return 'ok';
  return mine.some((check) => check.state === 'UNCLEAR') ? 'unclear' : 'unknown';
}

function judgeServer(server: PointServer, checks: readonly PointCheck[]): Judged {
  const mine = checks.filter(
    (check) => check.serverId === server.id && ['PORT', 'HEALTH', 'STEP'].includes(check.aim),
  );
  const found = mine.flatMap((check) => {
    const sign = check.state === 'FAULT' ? signOf(check) : null;
    return sign ? [{ sign, id: check.id }] : [];
  });
  const sign = signs.find((one) => found.some((seen) => seen.sign === one)) ?? null;
  const fine = (aim: PointCheck['aim']) =>
    mine.some((check) => check.aim === aim && check.state === 'OK') &&
    !mine.some((check) => check.aim === aim && check.state === 'FAULT');
  const spoke = mine.some((check) => check.aim === 'HEALTH' && ['OK', 'FAULT'].includes(check.state));
  const silent = sign === 'SILENT';
  return {
    server,
    sign,
    state: stateOf(mine, sign),
    because: found.filter((seen) => seen.sign === sign).map((seen) => seen.id),
    answers: !silent && (fine('PORT') || spoke),
    healthy: fine('HEALTH') && (sign === null || sign === 'BEHIND'),
    inStep: fine('STEP'),
  };
}

/** The servers that answer users: a backup store takes no part, and stands in nobody's way. */
export function judgeServers(service: PointService, checks: readonly PointCheck[]): Judged[] {
  const order = ['CLUSTER_MEMBER', 'PRIMARY', 'SECONDARY', 'BACKUP'];
  return service.servers
    .filter((server) => server.role !== 'BACKUP')
    .map((server) => judgeServer(server, checks))
    .sort(
      (a, b) =>
        Number(b.server.front) - Number(a.server.front) ||
        order.indexOf(a.server.role) - order.indexOf(b.server.role) ||
        a.server.name.localeCompare(b.server.name, 'en', { numeric: true }),
    );
}
