import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Step = { label: ReactNode; note?: ReactNode | undefined; state: 'done' | 'current' | 'ahead' };

type StepsProps = {
  label: string;
  items: readonly Step[];
  /** How much of the current step is done, 0 to 1. */
  fraction?: number | undefined;
  /** Bars only; the words go to screen readers. */
  bare?: boolean | undefined;
};

const stateClass = { done: 'done', current: 'cur', ahead: undefined } as const;

export function Steps({ label, items, fraction = 0.5, bare = false }: StepsProps) {
  return (
    <ol
      className={classNames('steps', bare && 'bare')}
      aria-label={label}
      style={{ '--c': items.length, '--f': `${fraction * 100}%` }}
    >
      {items.map((item, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place in the order.
          key={index}
          className={stateClass[item.state]}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          {item.label}
          {item.note ? <span>{item.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
