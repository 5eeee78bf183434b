import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookieNames } from '@/lib/auth/sessions/cookies';
import { signIn } from '@/lib/auth/sign-in/sign-in';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { askApi } from '@/lib/http/testing/ask-api';
import { createKey } from '@/lib/members/commands/create-key';
import { person, testPassword } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { IntakeLimit, intakeLimit } from '@/lib/reports/intake/intake-limit';
import { fromForm, makeIncident, makeService, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { acceptReport } from '@/lib/spool/accept-report';
import { replaySpool } from '@/lib/spool/replay';
import { Spool, spool } from '@/lib/spool/spool';
import { reportChoices } from '@/lib/tracking/queries/report-choices';
import { callerOfReport, rememberKeys } from './caller-of-report';

const database = testDatabase();
const change = (sql: string) => administer(database.ownerUrl, sql);
const folder = mkdtempSync(join(tmpdir(), 'standby-spool-'));
const email = 'dana@example.org';
const signed = { cookie: '', key: '' };

beforeAll(async () => {
  spool.put(new Spool(folder));
  // Nobody sends this many.
  intakeLimit.put(Object.assign(new IntakeLimit(), { take: () => 0 }));
  await makeService('shop', { visibility: 'PUBLIC' });
  await makeIncident(1, { visibility: 'PUBLIC' });
  const member = await person('USER');
  const asked = { email: member.email, password: testPassword };
  const { token } = await signIn({ requestId: newId() }, asked, null);
  signed.cookie = `${sessionCookieNames[0]}=${token}`;
  signed.key = `Bearer ${(await createKey(cliContext(), { name: 'Alerts', role: 'USER' })).secret}`;
  await rememberKeys();
  await change(`create function refused(state text) returns int language plpgsql as $$
    begin raise 'refused' using errcode = state; end $$`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One of each kind in which a server refuses anything. */
const states = ['08006', '22012', '23514', '25006', '42501', '57014', 'XX000'];

/** What this process has read before is forgotten, so that it reads again. */
function forgetWhatWasRead(): void {
  for (const name of ['intake settings', 'settings in force', 'report choices', 'known services'])
    oncePerProcess<unknown>(name, () => null).forget();
}

let network = 0;

/** Sends a report in each way. @returns what was answered in each, and the report of the form */
async function sendEverywhere(): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const headers of [{}, { cookie: signed.cookie }, { authorization: signed.key }]) {
    network += 1;
    const from = { 'x-standby-address': `10.${network >> 8}.${network & 255}.1` };
    forgetWhatWasRead();
    const said = { email, service: 'shop', incidentRef: 'INC-1' };
    const body = 'authorization' in headers ? rawReport(said) : fromForm(said);
    const answer = await askApi('POST', '/reports', { headers: { ...from, ...headers }, body });
    answers.push(answer.status);
    forgetWhatWasRead();
    await reportChoices();
    const ctx = await callerOfReport(new Headers({ ...from, ...headers }));
    answers.push((await acceptReport(ctx, { ...body, clientKey: newId() })).ref.slice(0, 2));
  }
  return answers;
}

const taken = expect.toSatisfy((answer) => [201, 202, 'R-'].includes(answer));

test.each(['settings_version', 'session', 'member', 'api_key', 'service', 'incident', 'update'])(
  'a report is taken, by form and API and whoever sends it, while %s cannot be read',
  async (table) => {
    await change(`alter table "${table}" rename to broken`);
    const broken: string[] = [];
    for (const state of ['42P01', ...states]) {
      if (state !== '42P01')
        await change(`create view "${table}" as select b.* from refused('${state}') r, broken b;
          grant select on "${table}" to public`);
      const answers = await sendEverywhere();
      for (const answer of answers) if (!taken.asymmetricMatch(answer)) broken.push(`${state}: ${answers}`);
      if (state !== '42P01') await change(`drop view "${table}"`);
    }
    await change(`alter table broken rename to "${table}"`);
    expect(broken).toEqual([]);
  },
);

test.each(['report', 'report_token', 'event', 'event_subject', 'event_inbox'])(
  'a report is kept, by form and API and whoever sends it, while nothing is taken into %s',
  async (table) => {
    await change(`create or replace function refuse_row() returns trigger language plpgsql as $$
      begin perform refused(tg_argv[0]); end $$`);
    const broken: string[] = [];
    for (const state of states) {
      await change(`create or replace trigger refuse_row before insert on "${table}"
        for each row execute function refuse_row('${state}')`);
      const answers = await sendEverywhere();
      for (const answer of answers)
        if (answer !== 202 && answer !== 'R-') broken.push(`${state}: ${answers}`);
    }
    await change(`drop trigger refuse_row on "${table}"`);
    expect(broken).toEqual([]);
    await replaySpool();
    expect(await spool().folder.names()).toEqual([]);
  },
);
