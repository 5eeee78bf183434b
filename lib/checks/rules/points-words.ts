import { listed } from '@/lib/language/words';
import type { Judged, Sign } from './server-sign';

export const namesOf = (servers: readonly Judged[]): string =>
  listed(servers.map(({ server }) => server.name));

const one: Record<Sign, string> = {
  SILENT: 'nothing answers on its port',
  HUNG: 'it takes connections but does not answer',
  DISK: 'its disk is full',
  ERRORS: 'it answers with errors',
  SLOW: 'it answers slowly',
  BEHIND: 'it is not in step with the primary',
};
const several: Record<Sign, string> = {
  SILENT: 'nothing answers on their ports',
  HUNG: 'they take connections but do not answer',
  DISK: 'their disks are full',
  ERRORS: 'they answer with errors',
  SLOW: 'they answer slowly',
  BEHIND: 'they are not in step with the primary',
};

export const whatIsWrong = (sign: Sign, count: number): string => (count === 1 ? one : several)[sign];

/** How the servers beside it do, in the words of what is wrong. */
export function whileOthers(sign: Sign, others: readonly Judged[]): string {
  if (others.length === 0) return '';
  const single = others.length === 1;
  const doing: Record<Sign, string> = {
    SILENT: single ? 'answers' : 'answer',
    HUNG: single ? 'answers' : 'answer',
    DISK: single ? 'has room' : 'have room',
    ERRORS: single ? 'is healthy' : 'are healthy',
    SLOW: single ? 'answers in time' : 'answer in time',
    BEHIND: single ? 'is' : 'are',
  };
  return `, while ${namesOf(others)} ${doing[sign]}`;
}

/** Which servers beside the faulty ones were seen to do well what those do not. */
export function doingWell(sign: Sign, judged: readonly Judged[]): Judged[] {
  const fine = judged.filter((other) => other.sign !== sign);
  return fine.filter((other) => (sign === 'SILENT' ? other.answers : other.healthy));
}
