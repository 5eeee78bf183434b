import { listed } from '@/lib/language/words';

interface Names {
  names: readonly string[];
}

const plural = ({ names }: Names) => names.length > 1;

/** The sentence at the top of the status page, and what follows it. */
export const statusTexts = {
  'status.noServices': 'No services are listed yet.',
  'status.allWorks': 'Everything is working normally.',
  'status.restWorks': 'Everything else is working normally.',
  'status.noneAvailable': 'None of our services is available.',
  'status.MAJOR_OUTAGE': (of: Names) => `${listed(of.names)} ${plural(of) ? 'are' : 'is'} not available.`,
  'status.PARTIAL_OUTAGE': (of: Names) => `Parts of ${listed(of.names)} are not available.`,
  'status.DEGRADED': (of: Names) =>
    plural(of)
      ? `${listed(of.names)} are slow, or parts of them misbehave.`
      : `${listed(of.names)} is slow, or parts of it misbehave.`,
  'stage.INVESTIGATING': 'We are looking for the cause.',
  'stage.IDENTIFIED': 'We know the cause and are fixing it.',
  'stage.MONITORING': 'A fix is in place and we are watching it.',
  'stage.RESOLVED': 'It is back to normal.',
  'status.openIncidents': (params: { count: number }) =>
    params.count === 1 ? 'There is an open incident.' : `There are ${params.count} open incidents.`,
  'status.others': (params: { count: number }) => `${params.count} others`,
  'status.noneMarked': 'No service is marked as affected at the moment.',
  'status.moreIncidents': (params: { count: number }) =>
    params.count === 1
      ? 'There is another open incident.'
      : `There are ${params.count} other open incidents.`,
  'status.smallMatters': (params: { count: number }) =>
    params.count === 1
      ? 'We are looking into one small matter.'
      : `We are looking into ${params.count} small matters.`,
};
