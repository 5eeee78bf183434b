-- Who complained is found by their mailbox, and of Google the dots before the @ are none of its name any more.
with "plain" as (
  select *, regexp_replace(split_part("address", '@', 1), '^([^+]+)\+.*$', '\1') as "local"
  from "suppression" where "reason" = 'COMPLAINED' and "address" ~ '@(gmail|googlemail)\.com$'
), "folded" as (
  select *, replace("local", '.', '') || '@gmail.com' as "mailbox" from "plain"
), "gone" as (
  delete from "suppression" s using "folded" f
  where s."channel" = f."channel" and s."address" = f."address" and f."mailbox" <> f."address"
)
insert into "suppression" ("channel", "address", "reason", "note", "created_at")
  select distinct on ("channel", "mailbox") "channel", "mailbox", "reason", "note", "created_at"
  from "folded" where "mailbox" <> "address" order by "channel", "mailbox", "created_at"
on conflict ("channel", "address") do update set "reason" = 'COMPLAINED';
