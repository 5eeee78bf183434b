-- What Prisma cannot express: numbers, append-only tables, bookings without overlap, at most one of a kind,
-- and rules between columns. Every name is stable: the code turns a refusal by its name into a sentence.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- References -------------------------------------------------------------------------------------------------

create sequence incident_number as integer;
create sequence problem_number as integer;
create sequence maintenance_number as integer;
create sequence run_number_switchover as integer;
create sequence run_number_failover as integer;
create sequence run_number_rebuild as integer;
create sequence run_number_failback as integer;

alter table incident
  add constraint incident_ref_matches check (ref = 'INC-' || number);
alter table problem
  add constraint problem_ref_matches check (ref = 'P-' || number);
alter table maintenance
  add constraint maintenance_ref_matches check (ref = 'M-' || number);
alter table run
  add constraint run_ref_matches check (
    ref = case kind when 'SWITCHOVER' then 'SO-' when 'FAILOVER' then 'FO-' when 'REBUILD' then 'DR-' else 'FB-' end || number
  );

-- Append-only ------------------------------------------------------------------------------------------------

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The table % is append-only: % is refused.', tg_table_name, tg_op
    using errcode = 'restrict_violation', table = tg_table_name;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['event', 'event_subject', 'event_position', 'update_revision', 'plan_version', 'settings_version'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      name || '_append_only', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_not_truncated', name);
  end loop;
end $$;

alter table event_position
  add constraint event_position_from_one check (position >= 1),
  add constraint event_position_chain_is_sha256 check (octet_length(chain_hash) = 32);

-- Members ----------------------------------------------------------------------------------------------------

alter table member
  add constraint member_email_lower_case check (email = lower(email)),
  add constraint member_capacity_positive check (capacity >= 1);
alter table team
  add constraint team_capacity_positive check (capacity >= 1);
alter table invitation
  add constraint invitation_email_lower_case check (email = lower(email));
create unique index invitation_one_open on invitation (email) where accepted_at is null and revoked_at is null;
alter table installation
  add constraint installation_is_one_row check (id = 1);

-- Services ---------------------------------------------------------------------------------------------------

alter table service
  add constraint service_tier_in_range check (tier between 1 and 4),
  add constraint service_objectives_positive check (rto_minutes > 0 and rpo_minutes >= 0),
  add constraint service_agreement_complete check ((agreed_by is null) = (agreed_on is null));
alter table service_dependency
  add constraint service_dependency_not_itself check (service_id <> depends_on_id);
alter table server
  add constraint server_power_supplies_positive check (power_supplies >= 1);

-- Reports ----------------------------------------------------------------------------------------------------

alter table report
  add constraint report_email_lower_case check (reporter_email = lower(reporter_email)),
  add constraint report_affected_not_negative check (affected_count >= 0),
  add constraint report_not_merged_into_itself check (merged_into_id <> id),
  add constraint report_duplicate_names_other check (state <> 'DUPLICATE' or merged_into_id is not null),
  add constraint report_linked_has_incident check (
    state not in ('LINKED', 'FIXED_ASKED', 'CONFIRMED', 'STILL_BROKEN') or incident_id is not null
  ),
  add constraint report_declined_has_reason check (state <> 'DECLINED' or decline_reason is not null);
alter table file_asset
  add constraint file_asset_size_not_negative check (size >= 0),
  add constraint file_asset_hash_is_sha256 check (octet_length(sha256) = 32);
alter table file_chunk
  add constraint file_chunk_number_not_negative check (number >= 0),
  add constraint file_chunk_within_256_kb check (octet_length(body) between 1 and 262144);

create index report_waiting on report (created_at, id) where state in ('NEW', 'STILL_BROKEN') and held_at is null;
create index report_description_words on report using gin (description gin_trgm_ops);
create index report_title_words on report using gin (title gin_trgm_ops);

-- Incidents --------------------------------------------------------------------------------------------------

alter table incident
  add constraint incident_resolved_has_time check ((stage in ('RESOLVED', 'CLOSED')) = (resolved_at is not null)),
  add constraint incident_closed_has_time check ((stage = 'CLOSED') = (closed_at is not null)),
  add constraint incident_closed_after_resolved check (closed_at >= resolved_at),
  add constraint incident_resolved_after_start check (resolved_at >= started_at),
  add constraint incident_declared_after_start check (declared_at >= started_at),
  add constraint incident_promise_has_zone check ((next_update_at is null) = (next_update_zone is null)),
  add constraint incident_not_its_own_previous check (previous_incident_id <> id),
  add constraint incident_cause_complete check (
    case cause_kind
      when 'PROBLEM' then problem_id is not null
      when 'NOT_LOOKED_AT' then cause_reason is not null
      else true
    end
  );
create index incident_open on incident (severity, created_at) where stage <> 'CLOSED';
create index incident_title_words on incident using gin (title gin_trgm_ops);

-- A service has at most one status at a time because of one incident.
alter table incident_service
  add constraint incident_service_ends_after_start check (ends_at >= starts_at),
  add constraint incident_service_one_status_at_a_time
    exclude using gist (incident_id with =, service_id with =, tstzrange(starts_at, ends_at) with &&);
create unique index incident_service_one_open on incident_service (incident_id, service_id) where ends_at is null;
create index incident_service_open on incident_service (service_id) where ends_at is null;

alter table incident_role
  add constraint incident_role_ends_after_start check (ends_at >= starts_at);
create unique index incident_role_one_holder on incident_role (incident_id, kind)
  where ends_at is null and kind <> 'RESOLVER';
create unique index incident_role_resolver_once on incident_role (incident_id, member_id)
  where ends_at is null and kind = 'RESOLVER';

alter table promise_record
  add constraint promise_record_due_after_made check (due_at > made_at),
  add constraint promise_record_open_not_settled check (state <> 'OPEN' or settled_at is null),
  add constraint promise_record_kept_by_update check (state <> 'KEPT' or kept_by_update_id is not null),
  add constraint promise_record_moved_has_reason check (state <> 'MOVED' or move_reason is not null);
create unique index promise_record_one_open on promise_record (incident_id) where state = 'OPEN';
create index promise_record_due on promise_record (due_at) where state = 'OPEN';

alter table clock
  add constraint clock_of_one_subject check (num_nonnulls(incident_id, report_id) = 1),
  add constraint clock_at_risk_before_due check (at_risk_at <= due_at),
  add constraint clock_stopped_after_start check (stopped_at >= started_at),
  add constraint clock_pauses_not_negative check (paused_seconds >= 0);
create unique index clock_one_running_per_incident on clock (incident_id, kind) where stopped_at is null;
create unique index clock_one_running_per_report on clock (report_id, kind) where stopped_at is null;
create index clock_at_risk on clock (at_risk_at) where stopped_at is null and paused_at is null and warned_at is null;
create index clock_due on clock (due_at) where stopped_at is null and paused_at is null and missed_at is null;

-- Updates ----------------------------------------------------------------------------------------------------

alter table update
  add constraint update_of_one_subject check (num_nonnulls(incident_id, maintenance_id) = 1),
  add constraint update_promise_has_zone check ((next_update_at is null) = (next_update_zone is null)),
  add constraint update_retracted_has_reason check ((retracted_at is null) = (retract_reason is null)),
  add constraint update_revision_positive check (revision >= 1);
alter table update_revision
  add constraint update_revision_number_positive check (number >= 1),
  add constraint update_revision_edit_has_reason check (number = 1 or reason is not null);

-- Actions, resources -----------------------------------------------------------------------------------------

alter table action
  add constraint action_not_blocked_by_itself check (blocked_by_id <> id),
  add constraint action_dropped_has_reason check (state <> 'DROPPED' or drop_reason is not null);

alter table resource
  add constraint resource_person_is_member check ((kind = 'PERSON') = (member_id is not null)),
  add constraint resource_team_is_team check ((kind = 'TEAM') = (team_id is not null)),
  add constraint resource_capacity_of_its_own check (
    case when kind in ('PERSON', 'TEAM') then capacity is null else capacity >= 1 end
  );

-- How many units of a resource can be held at a moment.
create function resource_capacity(resource uuid, at timestamptz) returns integer language sql stable as $$
  select coalesce(
    case when m.capacity_until <= at then 1 else m.capacity end,
    t.capacity,
    r.capacity
  )::integer
  from resource r
  left join member m on m.id = r.member_id
  left join team t on t.id = r.team_id
  where r.id = resource
$$;

create function check_allocation_unit() returns trigger language plpgsql as $$
declare
  capacity integer := resource_capacity(new.resource_id, new.starts_at);
begin
  if new.unit > capacity then
    raise exception 'Unit % of this resource does not exist: its capacity is %.', new.unit, capacity
      using errcode = 'check_violation', table = 'allocation', constraint = 'allocation_unit_within_capacity';
  end if;
  return new;
end $$;

create trigger allocation_unit_within_capacity before insert or update of resource_id, unit, starts_at on allocation
  for each row when (new.state in ('REQUESTED', 'ACCEPTED', 'ACTIVE')) execute function check_allocation_unit();

alter table allocation
  add constraint allocation_unit_positive check (unit >= 1),
  add constraint allocation_ends_after_start check (ends_at > starts_at),
  add constraint allocation_has_purpose check (num_nonnulls(incident_id, run_id, drill_booking_id) >= 1),
  add constraint allocation_action_named check (aspect <> 'ACTION' or action_id is not null),
  add constraint allocation_released_has_time check ((state = 'RELEASED') = (released_at is not null)),
  add constraint allocation_no_double_booking
    exclude using gist (resource_id with =, unit with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('REQUESTED', 'ACCEPTED', 'ACTIVE'));
create index allocation_ending on allocation (ends_at) where state = 'ACTIVE';

-- Plans, runs ------------------------------------------------------------------------------------------------

alter table plan_version
  add constraint plan_version_number_positive check (number >= 1),
  add constraint plan_version_checksum_is_sha256 check (octet_length(checksum) = 32);

create unique index run_one_live_per_service on run (service_id)
  where mode = 'LIVE' and state in ('PRECHECK', 'RUNNING', 'PAUSED', 'WAITING');
create index run_unfinished on run (lease_expires_at) where state in ('PRECHECK', 'RUNNING', 'PAUSED', 'WAITING');
alter table run
  add constraint run_drill_has_kind check ((mode = 'DRILL') = (drill_kind is not null)),
  add constraint run_finished_has_time check ((state in ('VERIFIED', 'FAILED', 'ABORTED')) = (finished_at is not null)),
  add constraint run_waiting_says_for_what check ((state = 'WAITING') = (waiting_for is not null)),
  add constraint run_rta_only_when_verified check (rta_seconds is null or state = 'VERIFIED'),
  add constraint run_actuals_not_negative check (rta_seconds >= 0 and rpa_seconds >= 0),
  add constraint run_aborted_has_safe_state check (state <> 'ABORTED' or safe_state_note is not null),
  add constraint run_finished_after_start check (finished_at >= started_at);

alter table run_step
  add constraint run_step_skipped_has_reason check (state <> 'SKIPPED' or skip_reason is not null),
  add constraint run_step_finished_after_start check (finished_at >= started_at);

-- Two tries of one step never run side by side.
create unique index step_attempt_one_open on step_attempt (run_step_id) where state in ('PREPARED', 'SENT');
alter table step_attempt
  add constraint step_attempt_number_positive check (number >= 1),
  add constraint step_attempt_sent_has_time check (state <> 'SENT' or sent_at is not null),
  add constraint step_attempt_answered_has_time check ((state = 'ANSWERED') = (answered_at is not null));

create unique index automation_endpoint_one_per_address on automation_endpoint (url) where archived_at is null;
alter table drill_schedule
  add constraint drill_schedule_every_positive check (every_days >= 1);
alter table drill_booking
  add constraint drill_booking_ends_after_start check (ends_at > starts_at);

-- Suites, datasets -------------------------------------------------------------------------------------------

alter table suite_run
  add constraint suite_run_counts_fit check (
    matched >= 0 and differed >= 0 and explained >= 0 and matched + differed + explained <= total
  ),
  add constraint suite_run_finished_has_time check ((state = 'RUNNING') = (finished_at is null));
alter table case_result
  add constraint case_result_explained_has_words check (outcome <> 'EXPLAINED' or explanation is not null);
alter table dataset
  add constraint dataset_intervals_positive check (interval_minutes > 0 and rpo_minutes > 0 and keep_days > 0);
alter table snapshot
  add constraint snapshot_size_not_negative check (size_bytes >= 0);
alter table run_snapshot
  add constraint run_snapshot_override_complete check ((override_reason is null) = (overridden_by_id is null));

-- Maintenance, subscribers, deliveries -----------------------------------------------------------------------

alter table maintenance
  add constraint maintenance_ends_after_start check (ends_at > starts_at);
create index maintenance_due on maintenance (starts_at) where state = 'SCHEDULED';

alter table subscriber
  add constraint subscriber_email_lower_case check (kind <> 'EMAIL' or address = lower(address)),
  add constraint subscriber_confirmed_has_time check (state <> 'CONFIRMED' or confirmed_at is not null),
  add constraint subscriber_webhook_has_secret check (kind <> 'WEBHOOK' or secret is not null),
  add constraint subscriber_secret_has_key check ((secret is null) = (secret_key_id is null));

alter table delivery
  add constraint delivery_attempts_not_negative check (attempts >= 0),
  add constraint delivery_sent_has_time check ((state = 'SENT') = (sent_at is not null)),
  add constraint delivery_due_has_time check (state not in ('PENDING', 'RETRY') or next_try_at is not null),
  add constraint delivery_suppressed_has_reason check (state <> 'SUPPRESSED' or suppress_reason is not null);
create index delivery_due on delivery (next_try_at, id) where state in ('PENDING', 'RETRY');

-- Monitors ---------------------------------------------------------------------------------------------------

alter table monitor
  add constraint monitor_timing_positive check (interval_seconds >= 1 and timeout_ms >= 1 and confirmations >= 1);
create index monitor_due on monitor (next_at) where paused_at is null and archived_at is null;
alter table probe_rollup
  add constraint probe_rollup_counts_fit check (failed between 0 and total);
alter table alert
  add constraint alert_of_one_source check (num_nonnulls(source_id, monitor_id) = 1),
  add constraint alert_ends_after_start check (ends_at >= starts_at);

-- Makes the daily partitions (UTC) from one day to another, and answers how many were missing. There is no
-- default partition: it would have to be scanned and locked for every new day.
create function ensure_probe_partitions(first_day date, last_day date) returns integer language plpgsql as $$
declare
  day date;
  made integer := 0;
  name text;
begin
  perform pg_advisory_xact_lock(hashtext('probe_result partitions'));
  for day in select generate_series(first_day, last_day, interval '1 day')::date loop
    name := 'probe_result_' || to_char(day, 'YYYYMMDD');
    if to_regclass(name) is null then
      execute format('create table %I partition of probe_result for values from (%L) to (%L)',
        name, day || ' 00:00:00+00', (day + 1) || ' 00:00:00+00');
      made := made + 1;
    end if;
  end loop;
  return made;
end $$;

-- Drops the days before one, and answers how many there were.
create function drop_probe_partitions(before_day date) returns integer language plpgsql as $$
declare
  name text;
  dropped integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('probe_result partitions'));
  for name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'probe_result'::regclass
      and to_date(right(c.relname, 8), 'YYYYMMDD') < before_day
  loop
    execute format('drop table %I', name);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;

select ensure_probe_partitions((now() at time zone 'UTC')::date - 1, (now() at time zone 'UTC')::date + 14);

-- Problems, reviews, settings --------------------------------------------------------------------------------

alter table pattern
  add constraint pattern_chance_in_range check (chance between 0 and 1),
  add constraint pattern_dismissed_has_reason check ((dismissed_at is null) = (dismiss_reason is null));
alter table review
  add constraint review_published_has_time check ((state = 'PUBLISHED') = (published_at is not null));
alter table settings_version
  add constraint settings_version_positive check (version >= 1),
  add constraint settings_version_checksum_is_sha256 check (octet_length(checksum) = 32);
