'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { api } from '@/components/api/api';
import { ApiProblem } from '@/components/api/call-api';
import { parseDraft, readDraft, writeDraft } from '@/components/api/draft-store';
import { useDraftKey } from '@/components/api/use-draft';
import { serverNow } from '@/components/ui/server-time';
import type { PlanView } from '@/lib/plans/queries/views';
import type { PlanDraft } from '@/lib/plans/rules/draft';
import { type DraftState, DraftStore, type UnsavedDraft } from './draft-store';
import { planQuery } from './queries';

const empty: PlanDraft = { purpose: '', variables: [], precheck: [], phases: [] };

/** What the editor works on: the draft, or the published version while there is none. */
export function workOf(plan: PlanView) {
  const { version, lint, faults, changes } = plan;
  const draft = plan.draft?.content ?? plan.published?.content ?? empty;
  return { draft, version, lint, faults, changes, savedAt: plan.draft?.savedAt ?? null };
}

function storeOf(plan: PlanView, key: string): DraftStore {
  const begin: DraftState = { ...workOf(plan), phase: 'SAVED', sentence: null, generation: 0 };
  return new DraftStore(begin, {
    save: ({ key, version, draft }) => api('PUT /plans/:id/draft', { id: plan.id, version, draft }, { key }),
    remember: (unsaved) => writeDraft(key, unsaved ? JSON.stringify(unsaved) : ''),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}

const justNowMs = 120_000;

/** Who changed the plan last, as far as its view tells. */
function changedBy(plan: PlanView): NonNullable<PlanView['draft']>['savedBy'] {
  if (plan.draft) return plan.draft.savedBy;
  const newest = plan.versions[0];
  const fresh = newest && serverNow() - Date.parse(newest.publishedAt) < justNowMs;
  return fresh ? newest.publishedBy : null;
}

export type WhenSaved = <A>(
  key: string,
  call: (plan: { id: string; version: number }, key: string) => Promise<A>,
) => Promise<A>;

const unsaved = (): ApiProblem =>
  new ApiProblem({
    type: 'urn:standby:precondition',
    title: 'precondition',
    status: 412,
    detail: 'The draft is not saved yet. Save it first.',
  });

/** The plan's draft in this browser, in step with what others do to it. `me` is who sits here. */
export function useDraftStore(initial: PlanView, plan: PlanView, me: string) {
  const client = useQueryClient();
  const key = useDraftKey(`plan:${initial.id}`);
  const [store] = useState(() => storeOf(initial, key));
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [notice, setNotice] = useState<string | null>(null);
  const acting = useRef(false);

  useEffect(() => {
    const left = parseDraft<UnsavedDraft>(readDraft(key));
    if (left) {
      store.restore(left);
      if (!store.unanswered && left.version !== store.get().version) {
        store.meet('The plan was changed since you typed this. What you typed was kept in this browser.');
      }
    }
    const retry = (): void => void store.flush();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      store.stop();
    };
  }, [key, store]);

  useEffect(() => {
    if (plan.version <= state.version || store.unanswered) return;
    const author = changedBy(plan);
    const name = author?.id === me ? 'You, in another window,' : (author?.name ?? 'Somebody else');
    if (!store.unsaved) {
      store.adopt(workOf(plan));
      if (!acting.current) setNotice(`${name} changed this plan a moment ago. You see it as it is now.`);
    } else if (state.phase !== 'CONFLICT') {
      store.meet(`${name} changed this plan in between. Nothing was overwritten.`);
    }
  }, [plan, state.version, state.phase, store, me]);

  const whenSaved: WhenSaved = async (key, call) => {
    if (!(await store.flush())) throw unsaved();
    acting.current = true;
    setNotice(null);
    try {
      const { version } = store.get();
      // At another version it is another act.
      const answer = await call({ id: initial.id, version }, `${key}:${version}`);
      store.adopt(workOf(await client.fetchQuery({ ...planQuery(initial.id), staleTime: 0 })));
      return answer;
    } finally {
      acting.current = false;
    }
  };

  return { store, state, notice, whenSaved };
}
