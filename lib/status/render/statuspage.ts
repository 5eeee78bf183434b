import { sha256 } from '@/lib/platform/audit/canonical-json';
import { statuspageComponentStatus, worstStatus } from '@/lib/services/schema';
import { statuspageImpact } from '@/lib/severity/schema';
import { incidentPath } from '@/lib/status/rules/paths';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import {
  openIncidents,
  type PublicIncident,
  type PublicService,
  type PublicUpdate,
  type PublicView,
} from '@/lib/status/rules/public-view';
import { recoveryBasis, recoveryExpectation, recoveryHeading } from '@/lib/status/rules/recovery';
import { statuspageStatus } from '@/lib/status/rules/wording';

/* Atlassian Statuspage's public API, version 2, field for field, so that its clients read this page unchanged. */

const pageId = 'standby';

function page(view: PublicView) {
  const { name, zone } = view.organisation;
  return { id: pageId, name, url: view.url, time_zone: zone, updated_at: view.asOf };
}

/** Of the name's bytes: whatever script it is written in, its id stays as long as the name does. */
function groupId(name: string): string {
  const bytes = sha256(name.normalize('NFC'));
  return `group-${Buffer.from(bytes).toString('hex').slice(0, 16)}`;
}

function component(service: PublicService, position: number) {
  return {
    id: service.id,
    name: service.name,
    status: statuspageComponentStatus[service.status],
    created_at: service.createdAt,
    updated_at: service.updatedAt,
    position: position + 1,
    description: null,
    showcase: true,
    start_date: service.createdAt.slice(0, 10),
    group_id: service.group ? groupId(service.group) : null,
    page_id: pageId,
    group: false,
    only_show_if_degraded: false,
  };
}

function group(name: string, members: PublicService[], position: number) {
  return {
    id: groupId(name),
    name,
    status: statuspageComponentStatus[worstStatus(members.map(({ status }) => status))],
    created_at: members.map(({ createdAt }) => createdAt).sort()[0],
    updated_at: members
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1),
    position: position + 1,
    description: null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: pageId,
    group: true,
    only_show_if_degraded: false,
    components: members.map(({ id }) => id),
  };
}

function components(view: PublicView) {
  const names = [...new Set(view.services.flatMap((service) => service.group ?? []))];
  return [
    ...view.services.map(component),
    ...names.map((name, index) =>
      group(
        name,
        view.services.filter((service) => service.group === name),
        index,
      ),
    ),
  ];
}

function update(entry: PublicUpdate, incident: PublicIncident) {
  return {
    id: entry.id,
    status: entry.stage.toLowerCase(),
    body: entry.text.plain,
    incident_id: incident.ref,
    created_at: entry.at,
    updated_at: entry.editedAt ?? entry.at,
    display_at: entry.at,
    affected_components: incident.services.map(({ id, name, status }) => ({
      code: id,
      name,
      new_status: statuspageComponentStatus[status],
    })),
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
  };
}

function affected(view: PublicView, ids: { id: string }[]) {
  const wanted = new Set(ids.map(({ id }) => id));
  return view.services.map(component).filter(({ id }) => wanted.has(id));
}

/** Not of the original API: only there while there is a recovery, so that strict readers meet nothing new otherwise. */
function recovery(view: PublicView, entry: PublicRecovery) {
  const reading = { zone: view.organisation.zone, asOf: view.asOf };
  return {
    id: entry.id,
    kind: entry.kind.toLowerCase(),
    state: entry.state.toLowerCase(),
    name: recoveryHeading(entry),
    body: recoveryExpectation(entry, reading),
    basis: recoveryBasis(entry, reading),
    step: entry.step,
    steps: entry.steps.map(({ name, state }) => ({ name, state })),
    expected_from: entry.expected?.from ?? null,
    expected_until: entry.expected?.to ?? null,
    practice_runs: entry.known?.drills ?? 0,
    real_runs: entry.known?.live ?? 0,
    started_at: entry.startedAt,
    finished_at: entry.finishedAt,
    updated_at: entry.changedAt,
  };
}

function incident(view: PublicView, entry: PublicIncident) {
  const monitoring = entry.updates.filter(({ stage }) => stage === 'MONITORING').at(-1);
  return {
    id: entry.ref,
    name: entry.title,
    status: entry.stage.toLowerCase(),
    created_at: entry.startedAt,
    updated_at: entry.updatedAt,
    monitoring_at: monitoring?.at ?? null,
    resolved_at: entry.resolvedAt,
    impact: statuspageImpact[entry.severity],
    shortlink: `${view.url}${incidentPath(entry.ref)}`,
    started_at: entry.startedAt,
    page_id: pageId,
    incident_updates: entry.updates.map((item) => update(item, entry)),
    components: affected(view, entry.services),
    reminder_intervals: null,
    ...(entry.recovery ? { recovery: recovery(view, entry.recovery) } : {}),
  };
}

/** Every answer of the API by the end of its address. */
export function statuspageAnswers(view: PublicView) {
  const head = { page: page(view) };
  const status = statuspageStatus(view);
  // Clients ask for these lists, whatever is in them.
  const planned = { ...head, scheduled_maintenances: [] };
  const open = openIncidents(view).map((entry) => incident(view, entry));
  return {
    status: { ...head, status },
    components: { ...head, components: components(view) },
    incidents: { ...head, incidents: view.incidents.map((entry) => incident(view, entry)) },
    unresolved: { ...head, incidents: open },
    maintenances: planned,
    upcoming: planned,
    active: planned,
    summary: {
      ...head,
      components: components(view),
      incidents: open,
      scheduled_maintenances: [],
      status,
    },
  };
}
