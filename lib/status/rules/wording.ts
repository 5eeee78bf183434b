import { t } from '@/lib/language/catalogue';
import { compareStatus, type ServiceStatus, serviceStatuses } from '@/lib/services/schema';
import { isOpen, openIncidents, type PublicIncident, type PublicView } from './public-view';

interface Carrier {
  readonly status: ServiceStatus;
}

export type StatuspageIndicator = 'none' | 'minor' | 'major' | 'critical';

type Placed = Pick<PublicIncident, 'severity' | 'stage'> & { services: readonly Carrier[] };

/** Open incidents that users may feel, though no service that they see is marked as affected. */
function unmarkedIncidents<I extends Placed>(incidents: readonly I[]): I[] {
  return incidents.filter(
    (incident) =>
      isOpen(incident) &&
      incident.severity !== 'TRIVIAL' &&
      incident.services.every(({ status }) => status === 'OPERATIONAL'),
  );
}

/** Atlassian Statuspage's status of a whole page, in its own words: that of its services and of its open incidents. */
export function statuspageStatus({
  services,
  incidents,
}: {
  services: readonly Carrier[];
  incidents: readonly Placed[];
}): {
  indicator: StatuspageIndicator;
  description: string;
} {
  const has = (status: ServiceStatus) => services.some((service) => service.status === status);
  if (has('MAJOR_OUTAGE')) {
    const all = services.every((service) => service.status === 'MAJOR_OUTAGE');
    return all
      ? { indicator: 'critical', description: 'Major System Outage' }
      : { indicator: 'major', description: 'Partial System Outage' };
  }
  if (has('PARTIAL_OUTAGE')) return { indicator: 'minor', description: 'Minor Service Outage' };
  if (has('DEGRADED') || unmarkedIncidents(incidents).length > 0)
    return { indicator: 'minor', description: 'Partially Degraded Service' };
  return { indicator: 'none', description: 'All Systems Operational' };
}

type Trouble = Exclude<ServiceStatus, 'OPERATIONAL'>;
type View = Pick<PublicView, 'services' | 'incidents'>;

function troubles(view: View): { status: Trouble; names: string[] }[] {
  const worstFirst = [...serviceStatuses].sort(compareStatus);
  return worstFirst
    .filter((status) => status !== 'OPERATIONAL')
    .map((status) => ({
      status,
      names: view.services.filter((service) => service.status === status).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
}

/** How far the worst open incident is that carries one of these names. */
function progress(view: View, names: readonly string[]): string | null {
  const incident = openIncidents(view).find(({ services }) =>
    services.some(({ name }) => names.includes(name)),
  );
  if (!incident) return null;
  const { recovery } = incident;
  if (recovery?.state === 'STEP' || recovery?.state === 'CHECKING') return t('recovery.now', recovery);
  return t(`stage.${incident.stage}`);
}

function calm(view: View): Headline {
  const unmarked = unmarkedIncidents(view.incidents);
  const [only, ...more] = unmarked;
  if (only) {
    const sentence = t('status.openIncidents', { count: unmarked.length });
    const how = more.length === 0 ? t(`stage.${only.stage}`) : null;
    return { status: 'DEGRADED', sentence: joined([sentence, how]), detail: t('status.noneMarked') };
  }
  if (view.services.length === 0) {
    return { status: 'OPERATIONAL', sentence: t('status.noServices'), detail: null };
  }
  const count = view.incidents.filter(isOpen).length;
  const detail = count > 0 ? t('status.smallMatters', { count }) : null;
  return { status: 'OPERATIONAL', sentence: t('status.allWorks'), detail };
}

export interface Headline {
  readonly status: ServiceStatus;
  readonly sentence: string;
  readonly detail: string | null;
}

/** A sentence names so many services; of more it says how many others there are. */
const mostNamed = 4;

const named = (names: readonly string[]): readonly string[] =>
  names.length <= mostNamed
    ? names
    : [...names.slice(0, mostNamed - 1), t('status.others', { count: names.length - mostNamed + 1 })];

const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' ');

/** What is true now in plain words: the worst first with how far we are, then the others, then the rest. */
export function headline(view: View): Headline {
  const [worst, ...others] = troubles(view);
  if (!worst) return calm(view);
  const { status, names } = worst;
  const everything = status === 'MAJOR_OUTAGE' && names.length === view.services.length && names.length > 1;
  const sentence = everything ? t('status.noneAvailable') : t(`status.${status}`, { names: named(names) });
  const rest = view.services.some((service) => service.status === 'OPERATIONAL');
  const unmarked = unmarkedIncidents(view.incidents).length;
  const detail = joined([
    ...others.map((other) => t(`status.${other.status}`, { names: named(other.names) })),
    unmarked > 0 ? t('status.moreIncidents', { count: unmarked }) : rest ? t('status.restWorks') : null,
  ]);
  return { status, sentence: joined([sentence, progress(view, names)]), detail: detail || null };
}
