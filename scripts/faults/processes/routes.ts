import { type Caller, everybody } from '@/lib/http/testing/walk/callers';
import { apiBase, type Door, doorTo } from '@/lib/http/testing/walk/door';
import { openGround } from '@/lib/http/testing/walk/recovery';
import { sampleOf, samples } from '@/lib/http/testing/walk/samples';
import { addressOf, stepsOf } from '@/lib/http/testing/walk/verdict';
import { callOf, type Noted, subjectFor, walk } from '@/lib/http/testing/walk/walk';
import { everyBypass, otherMethods } from './bypasses';
import { askActions, askPages } from './pages';

/** What the walk came to, told to the trial: in words where something is wrong. */
export interface Walked {
  routes: number;
  notes: Noted[];
  /** Routes of which somebody who may not know learns from the words whether there is something. */
  toldApart: string[];
  /** Refused calls that did something. */
  acted: string[];
  /** Ways past the door, and how many were tried. */
  bypasses: number;
  passed: string[];
  failures: string[];
  pages: number;
  wrongPages: string[];
  actions: number;
  wrongActions: string[];
}

const [url = '', bare = '', every = '1'] = process.argv.slice(2);

const walked: Walked = {
  routes: 0,
  notes: [],
  toldApart: [],
  acted: [],
  bypasses: 0,
  passed: [],
  failures: [],
  pages: 0,
  wrongPages: [],
  actions: 0,
  wrongActions: [],
};

async function walkRoute(name: string, callers: Caller[], door: Door): Promise<void> {
  const { notes, refusals, eventsOfRefused } = await walk(name, sampleOf(name), callers, door);
  walked.routes += 1;
  walked.notes.push(...notes.map((note) => ({ ...note, caller: `${name} as ${note.caller}` })));
  if (Object.values(refusals).some((told) => told.length > 1)) walked.toldApart.push(name);
  if (eventsOfRefused > 0) walked.acted.push(name);
}

/** Asks for what is refused by every other spelling, header and method. */
async function bypassRoute(name: string, callers: Caller[], door: Door): Promise<void> {
  const sample = sampleOf(name);
  const address = addressOf(name, sample);
  for (const caller of callers) {
    const step = stepsOf(address, sample, caller).find(
      ({ whose }) => whose !== 'own' && whose !== 'malformed',
    );
    if (step?.verdict !== 401 && step?.verdict !== 403) continue;
    const made = await subjectFor(address, sample, caller, step.whose);
    if (!made) continue;
    const call = callOf(address, sample, made, caller);
    const plain = { ...call, path: apiBase + call.path };
    for (const one of [...everyBypass(plain), ...otherMethods(plain)]) {
      walked.bypasses += 1;
      const { status } = await door.ask(caller, one);
      const said = `${one.method} ${one.path} as ${caller.name}: ${status}`;
      if (status >= 500 && status !== 501) walked.failures.push(said);
      // OPTIONS says which methods there are, which everybody may read.
      if (status < 300 && one.method !== 'OPTIONS') walked.passed.push(said);
    }
  }
}

async function walkAll(): Promise<Walked> {
  const callers = await everybody();
  const ground = await openGround();
  const door = doorTo(url);
  const isChosen = (index: number) => index % Number(every) === 0;
  const chosen = Object.keys(samples).filter((_, index) => isChosen(index));
  for (const name of chosen) await walkRoute(name, callers, door);
  const least = callers.filter(({ name }) => ['nobody', 'USER', 'key of USER', 'DEVELOPER'].includes(name));
  for (const name of chosen) await bypassRoute(name, every === '1' ? callers : least.slice(0, 2), door);
  const found = await askPages({ callers, doors: [door, doorTo(bare)], isChosen });
  const acted = await askActions(door, callers);
  await ground.stop();
  return { ...walked, ...found, ...acted };
}

process.send?.({ walked: await walkAll() }, () => process.exit(0));
