'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import { t } from '@/lib/language/catalogue';
import { type FormAction, type FormState, untouchedForm } from '@/lib/platform/rules/form-state';

/**
 * A small form of the tracking page. It is a plain form; with JavaScript it is sent without leaving the page, and what
 * was typed stays when it could not be sent.
 * @param onDone called with the form after it was taken
 */
export function useTrackForm(action: FormAction, onDone?: (form: HTMLFormElement) => void) {
  const router = useRouter();
  const [answered, formAction] = useActionState(action, untouchedForm);
  const [latest, setLatest] = useState<FormState | null>(null);
  const [pending, start] = useTransition();
  const state = latest ?? answered;

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(form, submitter);
    start(async () => {
      try {
        const next = await action(state, data);
        start(() => setLatest(next));
        if (next.done) onDone?.(form);
        // A refusal may come of what is not shown yet.
        router.refresh();
      } catch {
        start(() =>
          setLatest({
            typed: textsOf(data),
            errors: [],
            refusal: { code: 'unavailable', message: t('track.unreachable') },
            done: false,
          }),
        );
      }
    });
  };
  return { state, pending, formAction, onSubmit };
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
