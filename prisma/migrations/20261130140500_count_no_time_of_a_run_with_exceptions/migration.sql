-- A run in which something was skipped or left failed is no proof of its plan, so it has no time that counts.
update run set rta_seconds = null
where state = 'VERIFIED' and rta_seconds is not null and exists (
  select from run_step s
  where s.run_id = run.id and s.phase > 0 and s.kind not in ('ANNOUNCEMENT', 'WAIT')
    and s.state in ('SKIPPED', 'FAILED'));
