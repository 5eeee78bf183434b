import type { FormEvent } from 'react';

/** The listener of a form whose fields are read when it is sent. */
export function onSubmit(send: (form: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send(new FormData(event.currentTarget));
  };
}
