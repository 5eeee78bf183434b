import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type FleetFile, type FleetPorts, keepFleet, readFleet, shopNames, stageNames } from './fleet-file';

/** Ports of other protocols above 1024: the Fetch standard, and Standby, call none of them by HTTP. */
const neverHttp = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10_080,
]);

/** How long a predecessor that is just ending may take to let go of its ports, all of them together. Milliseconds. */
const patienceMs = 3_000;

/** A port of the loopback address nobody listens on: the wished one if it can be had. */
async function freePort(wish: number, taken: Set<number>, until: number): Promise<number> {
  for (;;) {
    const found = taken.has(wish) ? null : await tryPort(wish);
    if (found) return found;
    if (Date.now() >= until) break;
    await pause(50);
  }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const found = await tryPort(0);
    if (found && !taken.has(found)) return found;
  }
  throw new Error('No free port was found on 127.0.0.1.');
}

async function tryPort(port: number): Promise<number | null> {
  if (neverHttp.has(port)) return null;
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : null;
  } catch {
    return null;
  } finally {
    server.close();
  }
}

/**
 * The ports of the fleet: those of last time where they are free, else new ones.
 * @param first the first port of a fleet that never ran
 */
export async function choosePorts(folder: string, first: number): Promise<FleetFile> {
  const before = readFleet(folder);
  const taken = new Set<number>();
  const until = before ? Date.now() + patienceMs : 0;
  const pick = async (last: number | undefined, offset: number) => {
    const port = await freePort(last ?? first + offset, taken, until);
    taken.add(port);
    return port;
  };
  const ports = {
    automation: await pick(before?.ports.automation, 0),
    store: await pick(before?.ports.store, 9),
  } as FleetPorts;
  for (const [index, stage] of stageNames.entries()) {
    const last = before?.ports[stage];
    ports[stage] = { front: await pick(last?.front, index * 10 + 1) } as FleetPorts[typeof stage];
    for (const [place, shop] of shopNames.entries())
      ports[stage][shop] = await pick(last?.[shop], index * 10 + 2 + place);
  }
  const fleet = { ports, token: before?.token ?? randomBytes(24).toString('hex') };
  keepFleet(folder, fleet);
  return fleet;
}
