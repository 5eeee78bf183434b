import type { Settings } from '@/lib/platform/process/environment';
import { fleetFolder } from '@/scripts/demo/fleet/fleet-file';
import { processEntry } from './bundle';
import type { Installation } from './installation';
import { type Supervised, supervise } from './supervisor';

/** The fleet's ports follow that of Standby where they are free: 4000 → 4100 to 4119. */
const portsAfter = 100;

/** Starts the servers that the demo breaks and recovers. They need nothing of Standby and get none of its secrets. */
export function startFleet(
  { dataDir }: Installation,
  { port }: Settings,
  bundled: boolean,
  say: (line: string) => void,
): Supervised {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    STANDBY_FLEET_FOLDER: fleetFolder(dataDir),
    STANDBY_FLEET_PORT: String(port + portsAfter > 65_500 ? port - portsAfter : port + portsAfter),
  };
  return supervise({ name: 'fleet', entry: processEntry('fleet', bundled), env }, say);
}
