import type { ServiceStatus } from '@/lib/services/schema';
import { renderMarkdown } from '@/lib/status/render/markdown';
import type { PublicDay, PublicIncident, PublicService, PublicView } from '@/lib/status/rules/public-view';
import { shiftDay } from '@/lib/status/rules/times';

/* The moment that the design board shows: Tuesday 9 June 2026, 14:18 in London. */

const boardNow = '2026-06-09T13:18:00.000Z';
const today = '2026-06-09';

function idOf(number: number): string {
  return `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** 90 days with trouble on some: days back → status and minutes. */
function daysWith(trouble: Record<number, [ServiceStatus, number]>): PublicDay[] {
  return Array.from({ length: 90 }, (_, index) => {
    const back = 89 - index;
    const [worst, minutes] = trouble[back] ?? (['OPERATIONAL', 0] as const);
    return { date: shiftDay(today, -back), worst, minutes };
  });
}

type Facts = Pick<PublicService, 'name' | 'status' | 'since' | 'uptime90'>;

function service(
  number: number,
  facts: Facts,
  trouble: Record<number, [ServiceStatus, number]>,
): PublicService {
  return {
    id: idOf(number),
    slug: facts.name.toLowerCase().replace(/\W+/g, '-'),
    group: null,
    days: daysWith(trouble),
    createdAt: '2025-01-10T09:00:00.000Z',
    updatedAt: facts.since ?? '2026-05-01T09:00:00.000Z',
    ...facts,
  };
}

const works = { status: 'OPERATIONAL', since: null } as const;

const services: PublicService[] = [
  service(
    1,
    { name: 'Case Records', status: 'MAJOR_OUTAGE', since: '2026-06-09T12:41:00.000Z', uptime90: 99.71 },
    { 77: ['DEGRADED', 50], 42: ['PARTIAL_OUTAGE', 180], 0: ['MAJOR_OUTAGE', 620] },
  ),
  service(
    2,
    { name: 'File Store', status: 'PARTIAL_OUTAGE', since: '2026-06-09T10:52:00.000Z', uptime90: 99.62 },
    { 58: ['DEGRADED', 40], 0: ['PARTIAL_OUTAGE', 400] },
  ),
  service(
    3,
    { name: 'Search', status: 'DEGRADED', since: '2026-06-09T07:26:00.000Z', uptime90: 99.94 },
    { 69: ['DEGRADED', 30], 0: ['DEGRADED', 100] },
  ),
  service(4, { name: 'Sign-in', ...works, uptime90: 99.99 }, { 34: ['DEGRADED', 8] }),
  service(5, { name: 'Email', ...works, uptime90: 99.97 }, { 81: ['PARTIAL_OUTAGE', 90] }),
  service(6, { name: 'Public website', ...works, uptime90: 100 }, {}),
  service(7, { name: 'Payments', ...works, uptime90: 99.96 }, { 50: ['DEGRADED', 40], 49: ['DEGRADED', 20] }),
];

function affected(number: number) {
  const { id, slug, name, status } = services[number - 1] as PublicService;
  return { id, slug, name, status };
}

function update(number: number, at: string, stage: PublicIncident['stage'], body: string) {
  return { id: idOf(100 + number), at, stage, text: renderMarkdown(body), editedAt: null };
}

const incidents: PublicIncident[] = [
  {
    ref: 'INC-2041',
    title: 'Case Records is not available',
    severity: 'CRITICAL',
    stage: 'IDENTIFIED',
    startedAt: '2026-06-09T12:41:00.000Z',
    resolvedAt: null,
    updatedAt: '2026-06-09T13:10:00.000Z',
    services: [affected(1)],
    updates: [
      update(
        2,
        '2026-06-09T13:10:00.000Z',
        'IDENTIFIED',
        'A disk controller failed on the main Case Records server. Your records are safe: a secondary server holds an up-to-date copy, and we are switching to it now. Please don’t re-enter anything you saved before 13:41.',
      ),
      update(
        1,
        '2026-06-09T12:52:00.000Z',
        'INVESTIGATING',
        'Nobody can open Case Records. We are looking at the server.',
      ),
    ],
    nextUpdateAt: '2026-06-09T13:30:00.000Z',
    promisedAt: '2026-06-09T13:10:00.000Z',
    reportCount: 23,
  },
  {
    ref: 'INC-2038',
    title: 'Archive folders are missing from File Store',
    severity: 'SEVERE',
    stage: 'IDENTIFIED',
    startedAt: '2026-06-09T10:52:00.000Z',
    resolvedAt: null,
    updatedAt: '2026-06-09T12:52:00.000Z',
    services: [affected(2)],
    updates: [
      update(
        3,
        '2026-06-09T12:52:00.000Z',
        'IDENTIFIED',
        'The archive server could not be repaired, so we have rebuilt it and are reloading the files from this morning’s 03:00 copy. Then we check them against known-good results before we let you back in.',
      ),
    ],
    nextUpdateAt: '2026-06-09T13:22:00.000Z',
    promisedAt: '2026-06-09T12:52:00.000Z',
    reportCount: 4,
  },
  {
    ref: 'INC-2039',
    title: 'Today’s uploads do not show in Search',
    severity: 'MODERATE',
    stage: 'INVESTIGATING',
    startedAt: '2026-06-09T07:26:00.000Z',
    resolvedAt: null,
    updatedAt: '2026-06-09T11:40:00.000Z',
    services: [affected(3)],
    updates: [],
    nextUpdateAt: null,
    promisedAt: null,
    reportCount: 1,
  },
];

export const boardView: PublicView = {
  asOf: boardNow,
  organisation: {
    name: 'Thornmere services',
    deskPhone: '01632 960 118',
    deskHours: 'every day from 07:00 to 22:00',
    zone: 'Europe/London',
  },
  url: 'https://status.example.org',
  services,
  incidents,
  past: [
    {
      ref: 'INC-2036',
      title: 'Old logo on printed receipts',
      severity: 'TRIVIAL',
      startedAt: '2026-06-07T07:15:00.000Z',
      resolvedAt: '2026-06-07T10:20:00.000Z',
      services: ['Payments'],
      summary: 'Payments printed last year’s logo. No payments were affected.',
    },
    {
      ref: 'INC-2033',
      title: 'Search suggestions were out of date',
      severity: 'MODERATE',
      startedAt: '2026-05-31T08:00:00.000Z',
      resolvedAt: '2026-05-31T09:48:00.000Z',
      services: ['Search'],
      summary: 'The suggestions list had stopped refreshing after Saturday’s maintenance.',
    },
  ],
  historyFrom: '2025-03-02T10:00:00.000Z',
};

/** The same organisation on a day when nothing is open. */
export const quietView: PublicView = {
  ...boardView,
  services: services.map((entry) => ({ ...entry, ...works })),
  incidents: [],
};
