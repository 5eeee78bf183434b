'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { t } from '@/lib/language/catalogue';
import type { ReportAction, ReportFormState } from '@/lib/reports/rules/form-state';
import { noteSending } from './draft-store';
import { fieldsOf } from './form-fields';
import { addToQueue } from './queue-store';
import { draftOf } from './use-draft';

interface Sending {
  state: ReportFormState;
  pending: boolean;
  /** It could not be sent and is kept on the device. */
  queued: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

const files = (form: FormData) =>
  form.getAll('files').some((file) => typeof file !== 'string' && file.size > 0);

/**
 * Sends the form without leaving the page, so that chosen pictures stay chosen when it is refused. A report that
 * cannot reach the server is kept on the device and sent when it can be.
 * @param answered what the server said to a form that was sent without JavaScript
 */
export function useSending(action: ReportAction, answered: ReportFormState): Sending {
  const [latest, setLatest] = useState<ReportFormState | null>(null);
  const [queued, setQueued] = useState(false);
  const [pending, start] = useTransition();
  const state = latest ?? answered;

  const queue = (form: FormData): void => {
    const typed = fieldsOf(form);
    const stored = addToQueue(typed);
    setQueued(stored);
    const note = stored ? t('report.queued') : t('error.offline');
    const pictures = files(form) ? ` ${t('report.queued.pictures')}` : '';
    setLatest({
      ...state,
      status: 'refused',
      typed,
      errors: [],
      refusal: { code: 'unavailable', message: note + pictures },
    });
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!navigator.onLine) {
      queue(form);
      return;
    }
    // A browser that leaves the page breaks off what is on its way: that is no lost line.
    const leaving = new AbortController();
    const leave = () => leaving.abort();
    for (const type of ['beforeunload', 'pagehide'])
      window.addEventListener(type, leave, { signal: leaving.signal });
    const { clientKey = '', stamp = '' } = fieldsOf(form);
    noteSending({ clientKey, stamp, pictures: files(form) }, draftOf(form));
    start(async () => {
      try {
        const next = await action(state, form);
        noteSending(null, draftOf(form));
        start(() => setLatest(next));
      } catch {
        if (leaving.signal.aborted) return;
        noteSending(null, draftOf(form));
        start(() => queue(form));
      } finally {
        leaving.abort();
      }
    });
  };
  return { state, pending, queued, onSubmit };
}
