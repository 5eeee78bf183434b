'use client';

import { usePathname } from 'next/navigation';
import { TabLinks } from '@/components/ui/tab-links';

const places = [
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
