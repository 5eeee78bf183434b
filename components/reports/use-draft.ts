'use client';

import { type RefObject, useCallback, useEffect } from 'react';
import type { ReportFormState } from '@/lib/reports/rules/form-state';
import { currentDraft, storeDraft } from './draft-store';
import { fieldsOf, fillForm } from './form-fields';

const restMs = 400;
const ownOfTheForm = ['clientKey', 'stamp', 'website', 'page', 'again'];

export function draftOf(form: FormData): Record<string, string> {
  const fields = fieldsOf(form);
  for (const name of ownOfTheForm) delete fields[name];
  return fields;
}

/** Keeps what is typed on the device, and puts it back into a fresh form. */
export function useDraft(form: RefObject<HTMLFormElement | null>, status: ReportFormState['status']) {
  useEffect(() => {
    const element = form.current;
    if (!element || status === 'sent') return;
    const draft = currentDraft();
    if (draft && status === 'new') fillForm(element, draft.fields);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => storeDraft(draftOf(new FormData(element))), restMs);
    };
    const saveNow = (): void => {
      if (timer) storeDraft(draftOf(new FormData(element)));
    };
    element.addEventListener('input', save);
    window.addEventListener('pagehide', saveNow);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('input', save);
      window.removeEventListener('pagehide', saveNow);
    };
  }, [form, status]);
  const clear = useCallback(() => storeDraft(null), []);
  return { clear };
}
