import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const stageNames = ['live', 'drill'] as const;
export type StageName = (typeof stageNames)[number];
export const shopNames = ['shop-1', 'shop-2', 'shop-3'] as const;
export type ShopName = (typeof shopNames)[number];

const port = z.int().min(1).max(65_535);
const stagePorts = z.object({ front: port, 'shop-1': port, 'shop-2': port, 'shop-3': port });

const portsSchema = z.object({ automation: port, store: port, live: stagePorts, drill: stagePorts });
export type FleetPorts = z.infer<typeof portsSchema>;

const fleetSchema = z.object({ ports: portsSchema, token: z.string() });
/** Where the fleet listens, and the word that the command line says to it. */
export type FleetFile = z.infer<typeof fleetSchema>;

const credentialsSchema = z.object({
  /** Secrets of the automation's two addresses, as Standby has them. */
  automation: z.object({ live: z.string(), drill: z.string() }),
  /** Where and as whom the store reports its snapshots. */
  heartbeat: z.object({ url: z.string(), key: z.string() }),
});
export type FleetCredentials = z.infer<typeof credentialsSchema>;

export const fleetFolder = (dataDir: string) => join(dataDir, 'fleet');
export const loopback = (at: number) => `http://127.0.0.1:${at}`;

/** @returns null where no fleet was ever started */
export function readFleet(folder: string): FleetFile | null {
  return read(join(folder, 'fleet.json'), fleetSchema);
}

export function keepFleet(folder: string, fleet: FleetFile): void {
  keep(folder, 'fleet.json', fleet);
}

/** @returns null until Standby has been told about the fleet */
export function readCredentials(folder: string): FleetCredentials | null {
  return read(join(folder, 'credentials.json'), credentialsSchema);
}

export function keepCredentials(folder: string, credentials: FleetCredentials): void {
  keep(folder, 'credentials.json', credentials);
}

export function read<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Whole or not at all, and readable by its owner only. */
export function keep(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = join(folder, `${name}.${process.pid}.new`);
  writeFileSync(made, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(made, join(folder, name));
}
