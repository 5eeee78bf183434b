/** Addresses of one set of the demo's servers, each like http://127.0.0.1:4101. */
export interface StageAddresses {
  front: string;
  primary: string;
  secondary: string;
  /** Where a rebuilt shop will listen; nothing does before. */
  spare: string;
}

/** Where the real servers of the demo are: those that users are on, and those that drills are for. */
export interface FleetAddresses {
  live: StageAddresses;
  drill: StageAddresses;
  store: string;
  automation: { live: string; drill: string };
}

/** Everything of the fleet that Standby calls, as entries for the list of allowed outgoing calls. */
export function allowedTargets({ live, drill, store, automation }: FleetAddresses): string[] {
  const all = [...Object.values(live), ...Object.values(drill), store, automation.live];
  return [...new Set(all.map((address) => new URL(address).host))];
}
