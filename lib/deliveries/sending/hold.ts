import { logger } from '@/lib/platform/process/log';
import { renewClaims } from './claim';

export interface Hold {
  take(deliveryId: string): void;
  drop(deliveryId: string): void;
  /** Whether the claim is known to last for a while yet. */
  isSure(deliveryId: string): boolean;
  close(): void;
}

/**
 * Renews the claims of this process for as long as it lives, so that they can be short: what a process that was killed
 * had in its hands is free again within `seconds`.
 */
export function holdClaims(holder: string, seconds: number): Hold {
  /** When each was claimed or renewed last. */
  const confirmed = new Map<string, number>();
  const renew = async (): Promise<void> => {
    if (confirmed.size === 0) return;
    const began = Date.now();
    const renewed = await renewClaims([...confirmed.keys()], holder, seconds);
    for (const id of renewed) if (confirmed.has(id)) confirmed.set(id, began);
  };
  const timer = setInterval(
    () => {
      renew().catch((error) =>
        logger().debug({ err: error }, 'deliveries: claims are not renewed at the moment'),
      );
    },
    (seconds * 1000) / 4,
  );
  timer.unref();
  return {
    take: (deliveryId) => void confirmed.set(deliveryId, Date.now()),
    drop: (deliveryId) => void confirmed.delete(deliveryId),
    isSure: (deliveryId) => Date.now() - (confirmed.get(deliveryId) ?? 0) < (seconds * 1000) / 2,
    close: () => clearInterval(timer),
  };
}
