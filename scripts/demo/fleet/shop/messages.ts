/** What the keeper of the fleet and a shop process say to each other over their channel. */

export type Trouble = 'slow' | 'wrong' | 'disk';

/** `new` has been started from nothing and takes no orders yet; `fenced` serves nobody, but others may copy it. */
export type ShopRole = 'primary' | 'secondary' | 'fenced' | 'new';

export interface ShopPlan {
  name: string;
  port: number;
  folder: string;
  role: ShopRole;
  /** The address of the shop that this one copies. */
  follows: string | null;
  trouble: Trouble | null;
  /** Begin with the goods and orders of the demo when there is no data file. */
  seed: boolean;
}

export type ShopOrder =
  | { kind: 'become'; role: ShopRole; follows: string | null; afresh: boolean }
  | { kind: 'trouble'; trouble: Trouble | null }
  | { kind: 'load'; address: string; checksum: string };

export interface ShopRequest {
  id: number;
  order: ShopOrder;
}

export interface ShopAnswer {
  id: number;
  ok: boolean;
  sentence: string;
}
