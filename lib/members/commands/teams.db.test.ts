import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listTeams } from '@/lib/members/queries/list-teams';
import { memberOptions } from '@/lib/members/queries/member-options';
import { person } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { createTeam } from './create-team';
import { editTeam } from './edit-team';

testDatabase();

test('a team has a lead, people and a size', async () => {
  const [admin, mei, jonas] = [
    await person('ADMIN'),
    await person('RESPONDER', 'Mei'),
    await person('USER', 'Jo'),
  ];
  const team = await createTeam(admin.ctx, { name: 'Databases', capacity: 2, leadId: mei.id });
  expect(team).toMatchObject({ capacity: 2, lead: { name: 'Mei' }, members: [{ name: 'Mei' }] });
  const edited = await editTeam(admin.ctx, { teamId: team.id, version: 1, memberIds: [mei.id, jonas.id] });
  expect(edited).toMatchObject({ version: 2, capacity: 2, members: [{ name: 'Jo' }, { name: 'Mei' }] });
  expect(await recordedAbout('team', team.id)).toEqual(['team.created', 'team.edited']);
  expect((await listTeams(jonas.ctx, {}).catch((error) => error)).code).toBe('forbidden');
  expect(await listTeams(mei.ctx, {})).toHaveLength(1);
});

test('one name is one team, also when two make it at once', async () => {
  const admin = await person('ADMIN');
  const results = await Promise.allSettled([1, 2].map(() => createTeam(admin.ctx, { name: 'Storage' })));
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'conflict' });
  const other = await createTeam(admin.ctx, { name: 'Network team' });
  await expect(editTeam(admin.ctx, { teamId: other.id, version: 1, name: 'Storage' })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('a lost race, a disabled person and an unknown team are told', async () => {
  const [admin, out] = [await person('ADMIN'), await person('USER')];
  await db().member.update({ where: { id: out.id }, data: { disabledAt: new Date() } });
  const team = await createTeam(admin.ctx, { name: 'Search' });
  await editTeam(admin.ctx, { teamId: team.id, version: 1, capacity: 3 });
  await expect(editTeam(admin.ctx, { teamId: team.id, version: 1, capacity: 4 })).rejects.toMatchObject({
    code: 'conflict',
    details: { version: 2 },
  });
  await expect(createTeam(admin.ctx, { name: 'Ghosts', memberIds: [out.id] })).rejects.toMatchObject({
    code: 'invalid',
    fields: { memberIds: [expect.any(String)] },
  });
  await expect(editTeam(admin.ctx, { teamId: newId(), version: 1, name: 'X' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('staff choose from active members', async () => {
  const developer = await person('DEVELOPER', 'Dev');
  await person('USER', 'Use');
  const names = (await memberOptions(developer.ctx, {})).map((row) => row.name);
  expect(names).toContain('Dev');
  expect(names).not.toContain('Use');
});
