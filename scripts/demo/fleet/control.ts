import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { loopback, type ShopName, shopNames, stageNames } from './fleet-file';
import { readBody, sendJson } from './plain-http';
import type { Stage } from './stage';

const waysToBreak = ['down', 'slow', 'wrong', 'disk'] as const;
type WayToBreak = (typeof waysToBreak)[number];

const orderSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('status') }),
  z.object({ do: z.literal('mend') }),
  z.object({
    do: z.literal('break'),
    what: z.enum(['primary', ...shopNames]),
    how: z.enum(waysToBreak),
  }),
]);

/** What the command line asks of a running fleet; the word in `fleet.json` shows that it may. */
export async function serveControl(
  fleet: { token: string; stages: Record<(typeof stageNames)[number], Stage> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = Buffer.from(request.headers.authorization ?? '');
  const right = Buffer.from(`Bearer ${fleet.token}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    return sendJson(response, 401, { error: 'Only the command line of this installation may ask this.' });
  }
  const order = orderSchema.safeParse(await readBody(request));
  if (!order.success) return sendJson(response, 422, { error: 'That cannot be done with the fleet.' });
  try {
    sendJson(response, 200, { sentences: await obey(fleet.stages, order.data) });
  } catch (error) {
    sendJson(response, 409, { error: (error as Error).message });
  }
}

async function obey(stages: Record<string, Stage>, order: z.output<typeof orderSchema>): Promise<string[]> {
  const live = stages.live as Stage;
  if (order.do === 'break') {
    return [await breakShop(live, order.what === 'primary' ? live.state.serving : order.what, order.how)];
  }
  if (order.do === 'mend') return await mend(live);
  const each = stageNames.map((name) => statusOf(stages[name] as Stage));
  return (await Promise.all(each)).flat();
}

async function breakShop(stage: Stage, name: ShopName, how: WayToBreak): Promise<string> {
  if (stage.pid(name) === null) throw new Error(`${name} does not run, so it cannot be broken.`);
  if (how !== 'down') {
    await stage.setTrouble(name, how);
    const words = {
      slow: 'answers after 4 seconds',
      wrong: 'answers with wrong data',
      disk: 'has a full disk',
    };
    return `${name} ${words[how]}.`;
  }
  stage.changeShop(name, { runs: false, broken: true });
  await stage.end(name, 'kill');
  return `${name} is down: its process was killed.`;
}

async function mend(stage: Stage): Promise<string[]> {
  const said: string[] = [];
  for (const name of shopNames) {
    const { broken, trouble } = stage.shop(name);
    if (!broken && !trouble) continue;
    stage.changeShop(name, { trouble: null, broken: false, ...(broken ? { runs: true } : {}) });
    await stage.run(name);
    await stage.ask(name, { kind: 'trouble', trouble: null });
    const fenced = stage.shop(name).role === 'fenced' ? ' It is fenced and serves nobody.' : '';
    said.push(`${name} is mended.${fenced}`);
  }
  return said.length > 0 ? said : ['Nothing was broken.'];
}

async function statusOf(stage: Stage): Promise<string[]> {
  const heading = stage.name === 'live' ? 'What users are on (live)' : 'Where drills take place (drill)';
  const lines = [heading, `  front   ${loopback(stage.ports.front)}  leads to ${stage.state.serving}`];
  for (const name of shopNames) {
    const { role, broken, trouble } = stage.shop(name);
    const pid = stage.pid(name);
    if (pid === null && !broken) continue;
    const lag = role === 'secondary' && pid !== null ? `, ${await lagOf(stage.address(name))}` : '';
    const how = broken ? ', broken: down' : trouble ? `, broken: ${trouble}` : '';
    lines.push(
      `  ${name}  ${stage.address(name)}  ${role}${lag}${how}${pid === null ? '' : `, process ${pid}`}`,
    );
  }
  return lines;
}

async function lagOf(address: string): Promise<string> {
  try {
    const answer = await fetch(`${address}/health`, { signal: AbortSignal.timeout(6_000) });
    const { lagSeconds } = (await answer.json()) as { lagSeconds: number };
    return `${lagSeconds} s behind`;
  } catch {
    return 'does not answer';
  }
}
