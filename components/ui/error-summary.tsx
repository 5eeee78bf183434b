'use client';

import { type MouseEvent, useEffect, useRef } from 'react';
import { counted, plural } from '@/lib/language/words';
import { MarkSvg } from './mark-svg';

export type SummaryError = { field?: string | undefined; message: string };

interface ErrorSummaryProps {
  errors: readonly SummaryError[];
  title?: string | undefined;
  /** Where the field of a name stands. */
  idOf: (name: string | undefined) => string | undefined;
}

/** Lists what to fix and takes the focus whenever the list changes, so that it is read out at once. */
export function ErrorSummary({ errors, title, idOf }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const list = errors.map(({ field, message }) => `${field ?? ''}:${message}`).join('\n');

  useEffect(() => {
    if (list) box.current?.focus();
  }, [list]);

  if (errors.length === 0) return null;
  const heading = title ?? headingOf(errors);
  return (
    <div ref={box} className="note bad summary" role="alert" tabIndex={-1}>
      <MarkSvg shape="cross" className="st-major" />
      <div>
        <b>{heading}</b>
        <ul>
          {errors.map(({ field, message }) => {
            const id = idOf(field);
            return (
              <li key={`${field ?? ''}:${message}`}>
                {id ? (
                  <a href={`#${id}`} onClick={focusField}>
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** Where no field is at fault there is nothing to fix, as when somebody else was first. */
function headingOf(errors: readonly SummaryError[]): string {
  if (errors.every(({ field }) => !field)) return 'That did not work';
  return `There ${plural(errors.length, 'is', 'are')} ${counted(errors.length, 'thing')} to fix`;
}

function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const target = fieldAt(event.currentTarget.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  const control = target.matches('fieldset')
    ? target.querySelector<HTMLElement>('input, select, textarea')
    : target;
  target.scrollIntoView({ block: 'center' });
  (control ?? target).focus({ preventScroll: true });
}

/** The field of an error, or the one that holds it: `cases.2.name` may be a line of `cases`. */
function fieldAt(id: string): HTMLElement | null {
  const found = document.getElementById(id);
  const end = id.lastIndexOf('.');
  return found || end < 0 ? found : fieldAt(id.slice(0, end));
}
