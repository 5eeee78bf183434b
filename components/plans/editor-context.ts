'use client';

import { createContext, useContext } from 'react';
import type { PlanView } from '@/lib/plans/queries/views';
import type { PlanDraft } from '@/lib/plans/rules/draft';
import type { DraftState } from './draft-store';
import type { WhenSaved } from './use-draft-store';

/** What every part of the editor works with. */
export interface Editor {
  plan: PlanView;
  state: DraftState;
  mayEdit: boolean;
  change(next: (draft: PlanDraft) => PlanDraft): void;
  /** Calls something of the plan as a whole, at its version, once all is saved; afterwards the editor shows the plan. */
  whenSaved: WhenSaved;
  /** Id of the step, phase or precheck whose fields are open. */
  open: string | null;
  setOpen(id: string | null): void;
  /** Says something to a reader of the screen, and puts the focus on a field by its name, or an element by its id, once it is drawn. */
  say(sentence: string, focus?: string): void;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This part stands inside the plan editor.');
  return editor;
}
