'use client';

import { useSyncExternalStore } from 'react';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import { currentDraft, watchDraft } from './draft-store';

const mark = '\u0000';

/** Says that what was typed is safe, once there is something to be safe. */
export function DraftNote() {
  const draft = useSyncExternalStore(watchDraft, currentDraft, () => null);
  if (!draft) return null;
  const [before, after] = t('report.draft', { time: mark }).split(mark);
  return (
    <div className="blk">
      <h2>{t('report.draft.title')}</h2>
      <p>
        {before}
        <Time at={draft.at} show="datetime" />
        {after}
      </p>
    </div>
  );
}
