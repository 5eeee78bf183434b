import type { FleetAddresses, StageAddresses } from '@/scripts/demo/register/addresses';
import { registerFleet } from '@/scripts/demo/register/register';
import {
  type FleetPorts,
  keepCredentials,
  loopback,
  readCredentials,
  readFleet,
  type StageName,
} from './fleet-file';

/** Where everything of the fleet in this folder is. @throws when no fleet was started there */
export function fleetAddresses(folder: string): FleetAddresses {
  const fleet = readFleet(folder);
  if (!fleet) throw new Error('The fleet of the demo was not started.');
  const { ports } = fleet;
  const automation = loopback(ports.automation);
  return {
    live: stageAddresses(ports.live),
    drill: stageAddresses(ports.drill),
    store: loopback(ports.store),
    automation: { live: `${automation}/live`, drill: `${automation}/drill` },
  };
}

function stageAddresses(ports: FleetPorts[StageName]): StageAddresses {
  return {
    front: loopback(ports.front),
    primary: loopback(ports['shop-1']),
    secondary: loopback(ports['shop-2']),
    spare: loopback(ports['shop-3']),
  };
}

/**
 * Makes Standby and the fleet know each other: addresses in the catalogue, secrets and a key at the fleet.
 * @param standby the address at which the store reports its snapshots
 * @param isNew the database was made just now, so that it knows no secret of an earlier one
 */
export async function tellStandby(folder: string, standby: string, isNew: boolean): Promise<void> {
  const kept = isNew ? null : readCredentials(folder);
  const registered = await registerFleet(fleetAddresses(folder), kept !== null);
  const automation = registered.secrets ?? kept?.automation;
  const key = registered.key ?? kept?.heartbeat.key;
  if (!automation || !key) throw new Error('The fleet has no secrets to speak to Standby with.');
  const url = `${standby}/api/v1/datasets/${registered.datasetId}/snapshots`;
  keepCredentials(folder, { automation, heartbeat: { url, key } });
}
