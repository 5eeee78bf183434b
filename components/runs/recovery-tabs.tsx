'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import { TabLinks } from '@/components/ui/tab-links';

const places: { href: Route; label: string }[] = [
  { href: '/recovery', label: 'Runs' },
  { href: '/recovery/drills', label: 'Plans and drills' },
];

/** The parts of the section Recovery. */
export function RecoveryTabs() {
  const path = usePathname();
  return (
    <div className="mb-5">
      <TabLinks
        label="Recovery"
        items={places.map((place) => ({ ...place, current: path === place.href }))}
      />
    </div>
  );
}
