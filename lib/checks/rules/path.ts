import { counted } from '@/lib/language/words';
import { serverRoleLabel } from '@/lib/services/schema';
import type { Look, NodeState, PathNode, PointService } from './pointing';
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

function stateOf(looks: readonly Look[]): NodeState {
  if (looks.some((look) => look.state === 'FAULT')) return 'fault';
  if (looks.some((look) => look.state === 'OK')) return 'ok';
  return looks.some((look) => look.state === 'UNCLEAR') ? 'unclear' : 'unknown';
}

const of = (looks: readonly Look[], ...aims: Look['aim'][]): Look[] =>
  looks.filter((look) => aims.includes(look.aim) && look.serverId === null);

function network(looks: readonly Look[], judged: readonly Judged[], here: Here): PathNode {
  const own = stateOf(of(looks, 'NAME', 'CERTIFICATE', 'REACH', 'LINE'));
  const reached = judged.some(({ answers }) => answers);
  // A closed door at the other end is no fault of the road, when the road led to another door beside it.
  const passes = own === 'fault' && reached && here.area !== 'NETWORKING';
  const state = passes ? 'ok' : own;
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

function serviceNode(service: PointService, looks: readonly Look[], here: Here): PathNode {
  const answer = stateOf(of(looks, 'ANSWER'));
  const good = stateOf(of(looks, 'KNOWN_GOOD'));
  const state = answer === 'fault' || good === 'fault' ? 'fault' : answer === 'unknown' ? good : answer;
  const slow = of(looks, 'ANSWER').some((look) => look.fault === 'SLOW');
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
  looks: readonly Look[],
  reports: number,
  here: Here,
): PathNode[] {
  const judged = judgeServers(service, looks);
  const answer = stateOf(of(looks, 'ANSWER'));
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
    network(looks, judged, here),
    ...nodes.filter((node) => node.kind === 'front'),
    serviceNode(service, looks, here),
    ...nodes.filter((node) => node.kind === 'server'),
  ];
}
