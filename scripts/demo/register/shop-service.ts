import type { ServiceInput } from '@/lib/services/schema';
import type { FleetAddresses } from './addresses';

export const shopSlug = 'shop';
const storeSystem = 'store-1';

/** The one service of the demo that really runs, as the catalogue has it. */
export function shopService({ live, store }: FleetAddresses, ownerId: string | null): ServiceInput {
  const redundant = { powerSupplies: 2, hotSwapDisks: true };
  return {
    name: 'Shop',
    slug: shopSlug,
    description: 'Sells what the workshops make. It really runs on this machine: break it and bring it back.',
    usedBy: 'customers, about 400 a day',
    tier: 1,
    group: 'Public',
    publicAddress: live.front,
    hours: 'Every day, all day',
    ownerId,
    rtoMinutes: 15,
    rpoMinutes: 15,
    agreedBy: 'Ruth, Casework',
    agreedOn: '2026-01-12',
    servers: [
      {
        name: 'shop-1',
        role: 'PRIMARY',
        description: 'shop and its data',
        address: live.primary,
        site: 'Harbour, rack 2',
        ...redundant,
      },
      {
        name: 'shop-2',
        role: 'SECONDARY',
        description: 'copies shop-1 every second',
        address: live.secondary,
        site: 'Hill, rack 3',
        ...redundant,
      },
      {
        name: 'shop-front',
        role: 'CLUSTER_MEMBER',
        description: 'leads users to one shop',
        address: live.front,
        site: 'Hill, rack 1',
        ...redundant,
      },
      {
        name: storeSystem,
        role: 'BACKUP',
        description: 'snapshots',
        address: `${store}/health`,
        site: 'Hill, own system',
        ...redundant,
      },
    ],
    contacts: [
      { name: 'Ruth', purpose: 'agrees the objectives', email: 'ruth@casework.example' },
      { name: 'Hosting vendor', purpose: 'machines and racks', phone: '01632 960 355' },
    ],
  };
}
