import type { FormEvent } from 'react';

const opened = new WeakMap<HTMLFormElement, FormData>();

/** Keeps what a form says before anybody has touched it. */
export function keepOpened(form: HTMLFormElement | null): void {
  if (form) opened.set(form, new FormData(form));
}

/** The listener of a form whose fields are read when it is sent, beside what it said when it was opened. */
export function onSubmit(send: (form: FormData, opened: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    send(new FormData(form), opened.get(form) ?? new FormData());
  };
}
