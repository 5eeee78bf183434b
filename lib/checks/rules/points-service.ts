import type { Pointing } from '@/lib/checks/queries/views';
import { listed, plural } from '@/lib/language/words';
import type { Area } from '@/lib/services/schema';
import type { PointCheck, PointService } from './pointing';
import { doingWell, namesOf, whatIsWrong, whileOthers } from './points-words';
import { type Judged, judgeServers, type Sign, signs } from './server-sign';

/** Where one service's checks point, and how plain that is: 0 is the plainest. */
export interface Pointed extends Pick<Pointing, 'headline' | 'serverIds' | 'serviceId' | 'because'> {
  area: Area;
  rank: number;
}

type Scene = { service: PointService; checks: readonly PointCheck[]; judged: Judged[] };

const faults = (checks: readonly PointCheck[], ...aims: PointCheck['aim'][]): PointCheck[] =>
  checks.filter((check) => check.state === 'FAULT' && aims.includes(check.aim));
const fine = (checks: readonly PointCheck[], aim: PointCheck['aim']): boolean =>
  checks.some((check) => check.aim === aim && check.state === 'OK');
const ids = (checks: readonly PointCheck[]): string[] => checks.map((check) => check.id);

function allSilent({ service, judged }: Scene): Pointed | null {
  const silent = judged.filter(({ sign }) => sign === 'SILENT');
  if (silent.length < 2 || silent.length < judged.length) return null;
  return {
    area: 'NETWORKING',
    rank: 0,
    headline: `The fault points to the network: none of ${namesOf(silent)} answers.`,
    serverIds: [],
    serviceId: service.id,
    because: silent.flatMap(({ because }) => because),
  };
}

/** A sign on some servers that others, doing the same work, do not show: it is the machine, not the service. */
function someServers({ service, judged }: Scene, sign: Sign): Pointed | null {
  const hit = judged.filter((one) => one.sign === sign);
  if (hit.length === 0) return null;
  const others = doingWell(sign, judged);
  const workers = judged.filter(({ server }) => !server.front);
  const machine = sign === 'SILENT' || sign === 'DISK' || others.some(({ server }) => !server.front);
  const because = hit.flatMap((one) => one.because);
  const base = { rank: 1 + signs.indexOf(sign), serverIds: hit.map(({ server }) => server.id), because };
  if (machine) {
    const what = `${whatIsWrong(sign, hit.length)}${whileOthers(sign, others)}`;
    const headline = `The fault points to ${namesOf(hit)}: ${what}.`;
    return { ...base, area: 'INFRASTRUCTURE', headline, serviceId: service.id };
  }
  const all = hit.length > 1 && hit.length === workers.length;
  const names = all ? `all of ${namesOf(hit)}` : namesOf(hit);
  const verb = { HUNG: 'not at all', ERRORS: 'with errors', SLOW: 'slowly' }[
    sign as 'HUNG' | 'ERRORS' | 'SLOW'
  ];
  const headline = `The fault points to ${service.name} itself: ${names} ${plural(hit.length, 'answers', 'answer')} ${verb}, and no other server does better.`;
  return { ...base, area: 'SERVICES', headline, serviceId: service.id };
}

function theWay({ service, checks, judged }: Scene): Pointed | null {
  const at = { area: 'NETWORKING' as const, serverIds: [], serviceId: service.id };
  const name = faults(checks, 'NAME');
  if (name.length > 0) {
    const headline = `The fault points to the network: the name of ${service.name} does not resolve.`;
    return { ...at, rank: 10, headline, because: ids(name) };
  }
  const well = judged.filter(({ answers }) => answers);
  const reach = faults(checks, 'REACH');
  if (reach.length > 0 && !judged.some(({ server, sign }) => server.front && sign)) {
    const others =
      well.length > 0 ? `, while ${namesOf(well)} ${plural(well.length, 'answers', 'answer')}` : '';
    const headline = `The fault points to the network: nothing answers at the address of ${service.name}${others}.`;
    return { ...at, rank: 11, headline, because: ids(reach) };
  }
  const certificate = faults(checks, 'CERTIFICATE');
  if (certificate.length > 0) {
    const headline = `The fault points to the network: the certificate of ${service.name} is not accepted.`;
    return { ...at, rank: 12, headline, because: ids(certificate) };
  }
  return null;
}

/** The servers are well and what is in front of them is not, or the other way round. */
function theService({ service, checks, judged }: Scene): Pointed | null {
  const answer = faults(checks, 'ANSWER');
  const workers = judged.filter(({ server, healthy }) => !server.front && healthy);
  const front = judged.find(({ server }) => server.front);
  const lone = { serverIds: [], serviceId: service.id };
  const healthy = `${namesOf(workers)} ${plural(workers.length, 'is', 'are')} healthy`;
  if (answer.length > 0 && workers.length > 0 && front?.answers) {
    const how = answer.some((check) => check.fault === 'SLOW') ? 'slow' : 'in error';
    const headline = `The fault points to ${front.server.name}: its answers are ${how}, while ${healthy}.`;
    return {
      ...lone,
      area: 'NETWORKING',
      rank: 20,
      headline,
      serverIds: [front.server.id],
      because: ids(answer),
    };
  }
  const good = faults(checks, 'KNOWN_GOOD').filter((check) => check.serverId === null);
  if (good.length > 0) {
    const up = workers.length > 0 ? `${healthy}, but ` : '';
    const headline = `The fault points to ${service.name} itself: ${up}its answers are not the known-good ones.`;
    return { ...lone, area: 'SERVICES', rank: 21, headline, because: ids(good) };
  }
  const needed = faults(checks, 'DEPENDENCY');
  if (needed.length > 0) {
    const names = listed(needed.map((check) => check.name.split(', which ')[0] ?? check.name));
    const headline = `The fault points to what ${service.name} depends on: ${names} ${plural(needed.length, 'does', 'do')} not answer as expected.`;
    return { ...lone, area: 'SERVICES', rank: 22, headline, because: ids(needed) };
  }
  if (answer.length === 0) return null;
  const how = answer.some((check) => check.fault === 'SLOW') ? 'slowly' : 'with errors or not at all';
  const headline = `The fault points to ${service.name} itself: it answers ${how}.`;
  return { ...lone, area: 'SERVICES', rank: 23, headline, because: ids(answer) };
}

function theLine({ service, checks }: Scene): Pointed | null {
  const line = faults(checks, 'LINE');
  if (line.length === 0) return null;
  const headline = `The fault points to the network: connections to ${service.name} are lost or slow.`;
  return { area: 'NETWORKING', rank: 30, headline, serverIds: [], serviceId: service.id, because: ids(line) };
}

/** The plainest place that the checks of one service point to. */
export function pointOf(service: PointService, checks: readonly PointCheck[]): Pointed | null {
  const scene: Scene = { service, checks, judged: judgeServers(service, checks) };
  const strong = signs.filter((sign) => sign !== 'BEHIND');
  return (
    allSilent(scene) ??
    strong.reduce<Pointed | null>((found, sign) => found ?? someServers(scene, sign), null) ??
    theWay(scene) ??
    theService(scene) ??
    theLine(scene)
  );
}

/** Whether the secondary was seen to give the right answers, when the service does not. */
export function secondaryAnswers(checks: readonly PointCheck[]): 'right' | 'wrong' | null {
  const direct = checks.filter((check) => check.aim === 'KNOWN_GOOD' && check.serverId !== null);
  if (direct.some((check) => check.state === 'FAULT')) return 'wrong';
  return fine(direct, 'KNOWN_GOOD') ? 'right' : null;
}
