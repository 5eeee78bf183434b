'use client';

import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { readAgain } from '@/components/api/read-again';
import { openLiveConnection } from './live-connection';
import type { LiveState } from './live-messages';

const settleMs = 60;

/** Which cached answers a topic makes old. Query keys begin with the noun they show, e.g. `['incident', 'INC-7']`. */
function isTouched(key: QueryKey, nouns: Set<string>): boolean {
  const [noun] = key;
  return typeof noun === 'string' && (nouns.has(noun) || noun === 'home');
}

/**
 * Keeps the page true: on a hint, the cached answers of the nouns it names are fetched again through the policy.
 * Hints that come close together are answered by one round of fetching.
 * @param interest `member/<id>` or `link/<token>`
 */
export function useLive(interest: string, onChange?: () => void): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('reconnecting');
  const refresh = useEffectEvent((nouns: Set<string> | null) => {
    void readAgain(client, nouns ? { predicate: (query) => isTouched(query.queryKey, nouns) } : {});
    onChange?.();
  });

  useEffect(() => {
    let nouns: Set<string> | null = new Set();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      refresh(nouns);
      nouns = new Set();
    };
    const close = openLiveConnection(interest, {
      onState: setState,
      onHint: (topics) => {
        if (topics === null) nouns = null;
        else for (const topic of topics) nouns?.add(topic.split(':')[0] as string);
        timer ??= setTimeout(flush, settleMs);
      },
    });
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [interest]);
  return state;
}
