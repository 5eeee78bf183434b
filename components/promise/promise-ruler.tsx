'use client';

import { useNow, useZone } from '@/components/ui/clock';
import { PromiseView, type PromiseViewProps } from './promise-view';

type PromiseRulerProps = Omit<PromiseViewProps, 'now' | 'zone'> & {
  now?: number | undefined;
  zone?: string | undefined;
};

/** The promise, read anew each minute in the reader's zone. */
export function PromiseRuler({ now: givenNow, zone: givenZone, ...props }: PromiseRulerProps) {
  const now = useNow(givenNow);
  const zone = useZone(givenZone);
  return <PromiseView {...props} now={now} zone={zone} />;
}
