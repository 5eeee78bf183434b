import { z } from 'zod';
import { loopback, type ShopName, shopNames } from './fleet-file';
import type { Stage } from './stage';

const shop = z.enum(shopNames, `Name one of the shops: ${shopNames.join(', ')}.`);
/** `serving` stands for the shop that the front address leads to. */
const shopOrServing = z.union([shop, z.literal('serving')], 'Name a shop, or “serving”.');
interface Done {
  sentence: string;
  output: Record<string, string | number | boolean>;
}

interface Place {
  stage: Stage;
  /** Where the snapshots are. */
  store: string;
}

type Action = (place: Place, input: unknown) => Promise<Done>;

/** One thing that the automation can do. @throws with one sentence when it was not done */
function action<T extends z.ZodType>(
  schema: T,
  run: (place: Place, input: z.output<T>) => Promise<Done>,
): Action {
  return async (place, input) => {
    const read = schema.safeParse(input ?? {});
    if (!read.success) throw new Error(read.error.issues.map((issue) => issue.message).join(' '));
    return await run(place, read.data);
  };
}

const done = (stage: Stage, name: ShopName, sentence: string): Done => ({
  sentence,
  output: { shop: name, address: stage.address(name), role: stage.shop(name).role },
});

const named = z.object({ name: shop });
/** `checksum` is the one that Standby knows; without it, the one that the store wrote down. */
const loading = named.extend({
  snapshot: z.string('Name the snapshot by its id.').min(1, 'Name the snapshot by its id.'),
  checksum: z.string().optional(),
});

export const actions: Readonly<Record<string, Action>> = {
  'front.switch': action(z.object({ to: shop }), async ({ stage }, { to }) => {
    const before = stage.state.serving;
    stage.change({ serving: to });
    const sentence =
      before === to
        ? `The front address leads to ${to} already.`
        : `The front address leads to ${to}, not to ${before} any more.`;
    return { sentence, output: { front: loopback(stage.ports.front), serving: to, before } };
  }),

  'shop.promote': action(named, async ({ stage }, { name }) => {
    const said = await stage.ask(name, { kind: 'become', role: 'primary', follows: null, afresh: false });
    stage.changeShop(name, { role: 'primary', follows: null });
    return done(stage, name, said);
  }),

  // A server that is down cannot be told; it is fenced when it comes back.
  'shop.fence': action(z.object({ name: shopOrServing }), async ({ stage }, input) => {
    const name = input.name === 'serving' ? stage.state.serving : input.name;
    stage.changeShop(name, { role: 'fenced', follows: null });
    if (stage.pid(name) === null) {
      return done(stage, name, `${name} does not run; it serves nobody when it comes back.`);
    }
    await stage.ask(name, { kind: 'become', role: 'fenced', follows: null, afresh: false });
    return done(stage, name, `${name} is fenced: it serves nobody and takes no orders.`);
  }),

  'shop.start': action(named, async ({ stage }, { name }) => {
    refuseServing(stage, name, 'set up anew');
    await stage.end(name, 'stop');
    stage.wipe(name);
    stage.changeShop(name, { runs: true, role: 'new', follows: null, trouble: null, broken: false });
    await stage.run(name);
    return done(stage, name, `${name} was started from nothing, at ${stage.address(name)}.`);
  }),

  'shop.load': action(loading, async ({ stage, store }, { name, snapshot, checksum: told }) => {
    refuseServing(stage, name, 'loaded with other data');
    const address = `${store}/snapshots/${encodeURIComponent(snapshot)}`;
    const checksum = told ?? (await checksumOf(store, snapshot));
    const { sentence, output } = done(
      stage,
      name,
      await stage.ask(name, { kind: 'load', address, checksum }),
    );
    return { sentence, output: { ...output, snapshot, checksum } };
  }),

  'shop.takeDown': action(named, async ({ stage }, { name }) => {
    refuseServing(stage, name, 'taken down');
    stage.changeShop(name, { runs: false });
    await stage.end(name, 'stop');
    return done(stage, name, `${name} was taken down.`);
  }),

  'shop.follow': action(named.extend({ of: shopOrServing }), async ({ stage }, { name, of }) => {
    const other = of === 'serving' ? stage.state.serving : of;
    if (other === name) throw new Error(`${name} cannot copy itself.`);
    refuseServing(stage, name, 'made a copy');
    stage.changeShop(name, { runs: true, role: 'secondary', follows: other, broken: false });
    await stage.run(name);
    const order = { kind: 'become', role: 'secondary', follows: stage.address(other), afresh: true } as const;
    await stage.ask(name, order);
    return done(stage, name, `${name} has copied ${other} from the start and follows it.`);
  }),
};

/** What the serving shop must not suffer, because it is the one that users are on. */
function refuseServing(stage: Stage, name: ShopName, what: string): void {
  if (stage.state.serving === name) {
    throw new Error(`The front address leads to ${name}, so it is not ${what}. Switch the front first.`);
  }
}

/** As the store wrote it down when the snapshot was taken, which is not what the bytes may be now. */
async function checksumOf(store: string, id: string): Promise<string> {
  const answer = await fetch(`${store}/snapshots`, { signal: AbortSignal.timeout(5_000) });
  const { snapshots } = (await answer.json()) as { snapshots: { id: string; checksum: string }[] };
  const found = snapshots.find((one) => one.id === id);
  if (!found) throw new Error(`The store has no snapshot called ${id}.`);
  return found.checksum;
}
