import { db, pool } from '@/lib/database/db';
import { createMember } from '@/lib/members/commands/create-member';
import { createTeam } from '@/lib/members/commands/create-team';
import { editSelf } from '@/lib/members/commands/edit-self';
import { cliContext } from '@/lib/platform/context';
import { newId, newSecret } from '@/lib/platform/ids';
import { createService } from '@/lib/services/commands/create';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';
import { confirmSubscription } from '@/lib/subscribers/commands/confirm';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { cast, organisation, teams } from './cast';
import { catalogue } from './catalogue';
import { current, subscribers, waiting } from './current';
import { day } from './episode';
import { history } from './history';
import { as, type Scene, type Stage, scenesOf, sendReport } from './scenes';

export interface DemoSignIn {
  name: string;
  email: string;
  password: string;
  role: string;
}

/** The number that the newest incident of the story gets. */
const newestIncident = 2041;

async function makeCast(stage: Stage): Promise<DemoSignIn[]> {
  const signIns: DemoSignIn[] = [];
  for (const { key, name, email, role, knows } of cast) {
    const password = newSecret().slice(0, 20);
    const { id, version } = await createMember(cliContext(), { email, name, role, password });
    stage.members.set(key, { id, role });
    if (knows.length > 0) await editSelf(as(stage, key, 0), { memberId: id, version, knows });
    signIns.push({ name, email, password, role });
  }
  const idOf = (key: string) => stage.members.get(key)?.id ?? null;
  const admin = {
    actor: { kind: 'member' as const, memberId: idOf('hanna') ?? '', role: 'ADMIN' as const, sessionId: '' },
  };
  for (const { name, lead, people, capacity } of teams) {
    const memberIds = people.flatMap((key) => idOf(key) ?? []);
    await createTeam({ ...cliContext(), ...admin }, { name, capacity, leadId: idOf(lead), memberIds });
  }
  const { version } = await settingsInForce();
  await changeSettings(
    { ...cliContext(), ...admin },
    { version, reason: 'The office of the demo', organisation },
  );
  return signIns;
}

async function makeCatalogue(stage: Stage): Promise<void> {
  for (const { owner, dependsOn = [], ...service } of catalogue) {
    // The services are older than their first incident.
    const now = new Date(stage.now.getTime() - 400 * day * 60_000);
    const { id } = await createService(cliContext({ now }), {
      ...service,
      ownerId: stage.members.get(owner)?.id ?? null,
      dependsOn: dependsOn.flatMap(({ slug, note = '' }) => {
        const serviceId = stage.services.get(slug);
        return serviceId ? [{ serviceId, note }] : [];
      }),
    });
    stage.services.set(service.slug, id);
  }
}

/** People outside who follow the status page since a month. */
async function makeSubscribers(stage: Stage): Promise<void> {
  const now = new Date(stage.now.getTime() - 30 * day * 60_000);
  for (const { email, services } of subscribers) {
    const asking = {
      actor: { kind: 'anonymous' as const },
      requestId: newId(),
      now,
      addressBlock: `demo ${email}`,
    };
    await subscribe(asking, { email, services });
    const { id } = await db().subscriber.findFirstOrThrow({
      where: { address: email },
      select: { id: true },
    });
    await confirmSubscription(
      { ...asking, actor: { kind: 'subscriber', subscriberId: id } },
      { subscriberId: id },
    );
  }
}

/**
 * Fills an empty database with the office of the demo: its people with random passwords, its services, and the last
 * weeks, played through the same commands that people use.
 * @param tell hears what is being made, for a progress line
 * @returns the sign-ins, which are known from this answer alone
 */
export async function makeDemo(tell: (line: string) => void = () => {}): Promise<DemoSignIn[]> {
  const { rows } = await pool().query<{ now: Date }>("select date_trunc('minute', now()) as now");
  const stage: Stage = { now: rows[0]?.now ?? new Date(), members: new Map(), services: new Map() };
  tell('people');
  const signIns = await makeCast(stage);
  tell('services');
  await makeCatalogue(stage);
  await makeSubscribers(stage);
  const episodes = [...history, ...current];
  await pool().query('select setval($1, $2, false)', [
    'incident_number',
    newestIncident + 1 - episodes.length,
  ]);
  const scenes: Scene[] = episodes.flatMap((episode) => scenesOf(stage, episode));
  for (const report of waiting) {
    const at = new Date(stage.now.getTime() - report.ago * 60_000);
    scenes.push({ at, play: async () => void (await sendReport(stage, report.service, report)) });
  }
  scenes.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [index, scene] of scenes.entries()) {
    if (index % 10 === 0) tell(`the last weeks, ${Math.round((index / scenes.length) * 100)} %`);
    await scene.play();
  }
  return signIns;
}
