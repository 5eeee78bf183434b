import type { RailEntry } from '@/components/layout/rail';
import { auditPolicy } from '@/lib/audit/policy';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { incidentPolicy } from '@/lib/incidents/policy';
import { memberPolicy } from '@/lib/members/policy';
import { allowed, type PolicyRow } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { resourcePolicy } from '@/lib/resources/policy';
import { runPolicy } from '@/lib/runs/policy';
import { servicePolicy } from '@/lib/services/policy';
import { settingsPolicy } from '@/lib/settings/policy';

interface Section extends RailEntry {
  row: PolicyRow;
  place: 'upper' | 'lower';
}

/** Every section of the console, with the policy row that opens it. A section that is not built is not listed. */
const sections: Section[] = [
  { href: '/home', label: 'Home', icon: 'home', row: incidentPolicy['incident.list'], place: 'upper' },
  { href: '/triage', label: 'Triage', icon: 'inbox', row: reportPolicy['triage.read'], place: 'upper' },
  {
    href: '/incidents',
    label: 'Incidents',
    icon: 'pulse',
    row: incidentPolicy['incident.list'],
    place: 'upper',
  },
  { href: '/recovery', label: 'Recovery', icon: 'swap', row: runPolicy['run.list'], place: 'upper' },
  {
    href: '/resources',
    label: 'Resources',
    icon: 'people',
    row: resourcePolicy['resource.list'],
    place: 'upper',
  },
  {
    href: '/services',
    label: 'Services',
    icon: 'server',
    row: servicePolicy['service.list'],
    place: 'upper',
  },
  { href: '/outbox', label: 'Outbox', icon: 'send', row: deliveryPolicy['delivery.list'], place: 'lower' },
  { href: '/people', label: 'People', icon: 'people', row: memberPolicy['member.list'], place: 'lower' },
  {
    href: '/settings',
    label: 'Settings',
    icon: 'sliders',
    row: settingsPolicy['settings.read'],
    place: 'lower',
  },
  { href: '/audit', label: 'Audit', icon: 'scroll', row: auditPolicy['audit.read'], place: 'lower' },
];

/** The sections an actor may open. */
export function sectionsFor(actor: Parameters<typeof allowed>[1]): {
  upper: RailEntry[];
  lower: RailEntry[];
} {
  const open = sections.filter((section) => allowed(section.row, actor, true));
  const entries = (place: Section['place']) =>
    open.filter((section) => section.place === place).map(({ href, label, icon }) => ({ href, label, icon }));
  return { upper: entries('upper'), lower: entries('lower') };
}
