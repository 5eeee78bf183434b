'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { DraftStore } from './draft-store';
import { useEditor } from './editor-context';
import { planQuery } from './queries';
import { workOf } from './use-draft-store';

/** “Saved 14:10”, or why it is not. */
export function SaveState() {
  const { state } = useEditor();
  switch (state.phase) {
    case 'WAITING':
    case 'SAVING':
      return <span>Saving …</span>;
    case 'SAVED':
      return state.savedAt ? (
        <span>
          Saved <Time at={state.savedAt} show="clock" />
        </span>
      ) : (
        <span>Nothing to save</span>
      );
    default:
      return <span>Not saved</span>;
  }
}

/** What keeps the draft from being saved, and the two ways out when somebody else was first. */
export function SaveTrouble({ store, notice }: { store: DraftStore; notice: string | null }) {
  const { plan, state } = useEditor();
  const client = useQueryClient();
  if (state.phase === 'AWAY' || state.phase === 'REFUSED') {
    return (
      <Note tone="warn" role="alert" className="mb-4" title="Not saved yet.">
        {state.sentence} What you typed is kept in this browser.
      </Note>
    );
  }
  if (state.phase === 'CONFLICT') {
    const fresh = () => client.fetchQuery({ ...planQuery(plan.id), staleTime: 0 });
    return (
      <Note
        tone="bad"
        role="alert"
        className="mb-4"
        action={
          <span className="row flex-wrap">
            <Button size="sm" onClick={() => void fresh().then((view) => store.adopt(workOf(view)))}>
              Take theirs
            </Button>
            <Button size="sm" onClick={() => void fresh().then((view) => store.keepMine(view.version))}>
              Keep mine
            </Button>
          </span>
        }
      >
        {state.sentence} What you typed is still here and not saved.
      </Note>
    );
  }
  return notice ? (
    <Note tone="accent" role="status" className="mb-4">
      {notice}
    </Note>
  ) : null;
}
