'use client';

import { type FormEvent, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';

/**
 * A console form with native fields: `save` gets them, the answer's refusals come back by field. What was typed
 * stays in its fields.
 */
export function useFormSave(save: (form: FormData, element: HTMLFormElement) => Promise<void>) {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { summary, fields } = errorsOf(refusal);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const element = event.currentTarget;
    if (pending) return;
    setPending(true);
    setRefusal(null);
    save(new FormData(element), element)
      .catch((error: unknown) => setRefusal(error))
      .finally(() => setPending(false));
  };
  const errorOf = (field: string): { error?: string } => (fields[field] ? { error: fields[field] } : {});
  return { onSubmit, pending, summary, errorOf, clear: () => setRefusal(null) };
}
