import type { NodeState, PathNode } from '@/lib/checks/queries/views';
import { counted } from '@/lib/language/words';
import { serverRoleLabel } from '@/lib/services/schema';
import type { PointCheck, PointService } from './pointing';
import { type Judged, judgeServers, type Sign } from './server-sign';

interface Here {
  area: PathNode['area'];
  serverIds: readonly string[];
}

const signWords: Record<Sign, string> = {
  SILENT: 'Nothing answers',
  HUNG: 'Does not answer',
  DISK: 'Disk is full',
  ERRORS: 'Answers with errors',
  SLOW: 'Answers slowly',
  BEHIND: 'Not in step',
};
const stateWords: Record<NodeState, string> = {
  ok: 'Answers',
  fault: 'At fault',
  unclear: 'Unclear',
  unknown: 'Not looked at',
};

function stateOf(checks: readonly PointCheck[]): NodeState {
  if (checks.some((check) => check.state === 'FAULT')) return 'fault';
  if (checks.some((check) => check.state === 'OK')) return 'ok';
  return checks.some((check) => check.state === 'UNCLEAR') ? 'unclear' : 'unknown';
}

const of = (checks: readonly PointCheck[], ...aims: PointCheck['aim'][]): PointCheck[] =>
  checks.filter((check) => aims.includes(check.aim) && check.serverId === null);

function network(checks: readonly PointCheck[], judged: readonly Judged[], here: Here): PathNode {
  const ofService = stateOf(of(checks, 'NAME', 'CERTIFICATE', 'REACH', 'LINE'));
  const reached = judged.some(({ answers }) => answers);
  // A closed door at the other end is no fault of the road, when the road led to another door beside it.
  const passes = ofService === 'fault' && reached && here.area !== 'NETWORKING';
  const state = passes ? 'ok' : ofService;
  const words = passes ? 'Leads to the servers' : { ...stateWords, ok: 'Name and port answer' }[state];
  return {
    key: 'network',
    kind: 'network',
    label: 'Network',
    detail: words,
    state,
    area: 'NETWORKING',
    here: here.area === 'NETWORKING' && here.serverIds.length === 0,
  };
}

function serverNode(judged: Judged, here: Here, behind: NodeState): PathNode {
  const { server, sign } = judged;
  const pointed = here.serverIds.includes(server.id);
  const role = server.front ? 'In front' : serverRoleLabel[server.role];
  // What is in front hands on the errors of what is behind it, and is well itself.
  const passing = server.front && judged.state === 'ok' && behind === 'fault' && !pointed;
  const state = passing ? 'unclear' : pointed ? 'fault' : judged.state;
  const words = passing ? 'Up, hands on what it gets' : sign ? signWords[sign] : stateWords[state];
  return {
    key: server.id,
    kind: server.front ? 'front' : 'server',
    label: server.name,
    detail: `${role}. ${words}`,
    state,
    area: server.front ? 'NETWORKING' : 'INFRASTRUCTURE',
    here: pointed,
  };
}

function serviceNode(service: PointService, checks: readonly PointCheck[], here: Here): PathNode {
  const answer = stateOf(of(checks, 'ANSWER'));
  const good = stateOf(of(checks, 'KNOWN_GOOD'));
  const state = answer === 'fault' || good === 'fault' ? 'fault' : answer === 'unknown' ? good : answer;
  const slow = of(checks, 'ANSWER').some((check) => check.fault === 'SLOW');
  const pointed = here.area === 'SERVICES';
  const words = () => {
    if (answer === 'fault') return slow ? 'Answers slowly' : 'Does not answer well';
    if (good === 'fault') return 'Answers are not right';
    if (pointed) return 'Found at fault';
    return good === 'ok' ? 'Answers are right' : stateWords[state];
  };
  return {
    key: service.id,
    kind: 'service',
    label: service.name,
    detail: words(),
    // The fault shows here, and may sit deeper.
    state: pointed ? 'fault' : state === 'fault' ? 'unclear' : state,
    area: 'SERVICES',
    here: pointed,
  };
}

/** The way of a request from users to the servers, with what was seen at each place. */
export function pathOf(
  service: PointService,
  checks: readonly PointCheck[],
  reports: number,
  here: Here,
): PathNode[] {
  const judged = judgeServers(service, checks);
  const answer = stateOf(of(checks, 'ANSWER'));
  const nodes = judged.map((one) => serverNode(one, here, answer));
  const users: PathNode = {
    key: 'users',
    kind: 'users',
    label: 'Users',
    detail: reports === 0 ? 'No reports' : counted(reports, 'report'),
    state: reports === 0 ? 'unknown' : 'unclear',
    area: null,
    here: false,
  };
  return [
    users,
    network(checks, judged, here),
    ...nodes.filter((node) => node.kind === 'front'),
    serviceNode(service, checks, here),
    ...nodes.filter((node) => node.kind === 'server'),
  ];
}
