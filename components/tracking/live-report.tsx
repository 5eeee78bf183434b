'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useLive } from '@/components/live/use-live';
import { t } from '@/lib/language/catalogue';

/** Keeps the page true while it is open, and tells the team that its messages were seen. */
export function LiveReport({ token, unread }: { token: string; unread: number }) {
  const router = useRouter();
  const state = useLive(`link/${token}`, () => router.refresh());

  useEffect(() => {
    if (unread === 0 || document.visibilityState !== 'visible') return;
    const read = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    fetch(`/api/v1/tracking/${token}/read`, read).catch(() => {});
  }, [token, unread]);

  return (
    <span className={`track-live scripted ${state}`} role="status">
      {state === 'live' ? t('track.live') : t('track.reconnecting')}
    </span>
  );
}
