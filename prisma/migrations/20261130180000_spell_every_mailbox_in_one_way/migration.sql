-- SQL knows no Punycode: `lib/database/upgrade/spell-addresses.ts` does it, in the transaction of this migration.
select 1;
