import type { apiRoutes } from '@/lib/routes';
import type { Made } from './sample';

/** An input that would break a check constraint: what is sent differently from the sample of its route. */
export interface Breaking {
  route: keyof typeof apiRoutes;
  send: (made: Made) => object;
}

function sent(route: Breaking['route'], ...bodies: object[]): Breaking[] {
  return bodies.map((body) => ({ route, send: () => body }));
}

const blank = ' \n\t ';
const ahead = { startedAt: '2099-01-01T00:00:00Z' };
const foreign = { email: 'İda@example.org' };
const nowhere = { next: { minutes: 30, zone: 'Nowhere/Else' } };

/** What people and programs may send that would break a constraint, by its name. */
export const breaking: Record<string, Breaking[]> = {
  allocation_ends_after_start: [
    ...sent('POST /allocations', { minutes: 0 }, { minutes: undefined, until: '2026-01-01T00:00:00Z' }),
    ...sent('POST /allocations', {
      minutes: undefined,
      from: '2099-02-01T00:00:00Z',
      until: '2099-01-01T00:00:00Z',
    }),
    ...sent('POST /allocations/:allocationId/extend', { until: '2026-01-01T00:00:00Z' }),
  ],
  allocation_has_purpose: sent('POST /allocations', { ref: undefined }),
  case_result_explained_has_words: sent(
    'PUT /suites/:suiteId/replays/:replayId/cases/:caseId/explanation',
    { explanation: blank },
    { explanation: null },
  ),
  clock_at_risk_before_due: sent('PATCH /settings/clocks', { atRisk: 1.5 }, { atRisk: -1 }),
  dataset_intervals_positive: [
    ...sent('POST /datasets', { intervalMinutes: 0 }, { rpoMinutes: -1 }, { keepDays: 0 }),
    ...sent('PATCH /datasets/:id', { intervalMinutes: 0 }, { rpoMinutes: -1 }, { keepDays: 0 }),
  ],
  incident_cause_complete: sent(
    'POST /incidents/:ref/close',
    { cause: 'NOT_LOOKED_AT' },
    { cause: 'NOT_LOOKED_AT', because: blank },
  ),
  incident_declared_after_start: sent('POST /incidents', ahead),
  incident_promise_has_zone: sent('POST /incidents/:ref/promise', nowhere),
  incident_resolved_after_start: sent('POST /incidents', ahead),
  incident_service_ends_after_start: sent('POST /incidents', ahead),
  invitation_email_lower_case: sent('POST /members', foreign),
  member_capacity_positive: sent('PATCH /members/:memberId', { capacity: 0 }),
  monitor_timing_positive: [
    ...sent('PATCH /monitors/:monitorId', { intervalSeconds: 0 }, { confirmations: 0 }),
    ...sent('POST /services/:service/monitors', { intervalSeconds: 0 }, { confirmations: -1 }),
  ],
  promise_record_due_after_made: sent(
    'POST /incidents/:ref/promise',
    { next: { minutes: 0 } },
    { next: { at: '2026-01-01T00:00:00Z' } },
  ),
  promise_record_moved_has_reason: sent('POST /incidents/:ref/promise', { reason: blank }),
  report_affected_not_negative: [
    ...sent('POST /reports', { affectedCount: -1 }),
    ...sent('PATCH /reports/:ref', { affectedCount: -1 }),
  ],
  report_declined_has_reason: sent('POST /triage/reports/:ref/decline', { reason: blank }),
  report_email_lower_case: sent('POST /reports', foreign),
  resource_capacity_of_its_own: [
    ...sent('POST /resources', { capacity: 0 }),
    ...sent('PATCH /resources/:resourceId', { capacity: 0 }),
  ],
  resource_person_is_member: sent('POST /resources', { kind: 'PERSON' }),
  resource_team_is_team: sent('POST /resources', { kind: 'TEAM' }),
  run_aborted_has_safe_state: sent('POST /runs/:ref/abort', { safeStateNote: blank }),
  run_drill_has_kind: sent(
    'POST /runs',
    { mode: 'DRILL', drillKind: '' },
    { mode: 'LIVE', drillKind: 'FULL' },
  ),
  run_snapshot_override_complete: sent('POST /runs/:ref/snapshot', { overrideReason: blank }),
  run_step_skipped_has_reason: sent('POST /runs/:ref/steps/:stepId/skip', { reason: blank }),
  server_power_supplies_positive: sent('POST /services', {
    servers: [{ name: 'shop-1', role: 'PRIMARY', powerSupplies: 0 }],
  }),
  service_agreement_complete: sent(
    'POST /services',
    { agreedBy: 'Ruth', agreedOn: undefined },
    { agreedBy: undefined, agreedOn: '2026-01-12' },
  ),
  service_dependency_not_itself: [
    {
      route: 'PATCH /services/:id',
      send: ({ id }) => ({ dependsOn: [{ serviceId: String(id).toUpperCase() }] }),
    },
  ],
  service_objectives_positive: [
    ...sent('POST /services', { rtoMinutes: 0 }, { rpoMinutes: -1 }),
    ...sent('PATCH /services/:id', { rtoMinutes: 0 }),
  ],
  service_tier_in_range: sent('POST /services', { tier: 5 }, { tier: 0 }, { tier: null }),
  snapshot_size_not_negative: sent('POST /datasets/:datasetId/snapshots', { sizeBytes: -1 }),
  subscriber_email_lower_case: sent('POST /subscribers', foreign),
  team_capacity_positive: [
    ...sent('POST /teams', { capacity: 0 }),
    ...sent('PATCH /teams/:teamId', { capacity: 0 }),
  ],
  update_promise_has_zone: sent('POST /incidents/:ref/updates', nowhere),
  update_revision_edit_has_reason: sent('PATCH /updates/:id', { reason: blank }),
};

const byClock = 'Both times come from the clock of the database.';
const byCommand = 'The command that enters the state writes both.';
const counted = 'We count it.';

/** What nobody outside decides, with the reason. */
export const unreachable: Record<string, string> = {
  alert_ends_after_start: byClock,
  allocation_released_has_time: byCommand,
  allocation_unit_positive: 'A free unit is chosen, not named.',
  clock_of_one_subject: byCommand,
  clock_pauses_not_negative: counted,
  clock_stopped_after_start: byClock,
  delivery_attempts_not_negative: counted,
  delivery_due_has_time: byCommand,
  delivery_sent_has_time: byCommand,
  delivery_suppressed_has_reason: byCommand,
  event_position_chain_is_sha256: 'We hash it.',
  event_position_from_one: counted,
  file_asset_hash_is_sha256: 'We hash it.',
  file_asset_size_not_negative: counted,
  file_chunk_number_not_negative: counted,
  file_chunk_within_256_kb: 'A file is cut into chunks by us.',
  incident_closed_after_resolved: byClock,
  incident_closed_has_time: byCommand,
  incident_not_its_own_previous: 'The previous one is named before this one has an id.',
  incident_ref_matches: 'Both come from one sequence.',
  incident_resolved_has_time: byCommand,
  incident_role_ends_after_start: byClock,
  installation_is_one_row: 'Its id is no input.',
  member_email_lower_case: 'The address is that of the invitation.',
  plan_version_checksum_is_sha256: 'We hash it.',
  plan_version_number_positive: counted,
  probe_rollup_counts_fit: counted,
  promise_record_kept_by_update: byCommand,
  promise_record_open_not_settled: byCommand,
  report_linked_has_incident: byCommand,
  run_actuals_not_negative: byClock,
  run_finished_after_start: byClock,
  run_finished_has_time: byCommand,
  run_ref_matches: 'Both come from one sequence.',
  run_rta_only_when_verified: byCommand,
  run_step_finished_after_start: byClock,
  run_waiting_says_for_what: byCommand,
  settings_version_checksum_is_sha256: 'We hash it.',
  settings_version_positive: counted,
  step_attempt_answered_has_time: byCommand,
  step_attempt_number_positive: counted,
  step_attempt_sent_has_time: byCommand,
  subscriber_confirmed_has_time: byCommand,
  suite_run_counts_fit: counted,
  suite_run_finished_has_time: byCommand,
  update_retracted_has_reason: 'No command retracts an update.',
  update_revision_number_positive: counted,
  update_revision_positive: counted,
};
