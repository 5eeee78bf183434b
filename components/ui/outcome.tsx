import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { type MarkShape, MarkSvg } from './mark-svg';
import { Spinner } from './spinner';

const kinds = {
  ok: { text: 'oc-ok', shape: 'tick', colour: 'st-operational' },
  bad: { text: 'oc-fault', shape: 'cross', colour: 'st-major' },
  unclear: { text: 'oc-unclear', shape: 'question', colour: 'sev-moderate' },
  slow: { text: 'oc-unclear', shape: 'down', colour: 'st-degraded' },
  skipped: { text: 'oc-skip', shape: 'dash', colour: '' },
  todo: { text: 'oc-skip', shape: 'ring', colour: '' },
  requested: { text: 'oc-skip', shape: 'dotted-ring', colour: '' },
  accepted: { text: 'oc-run', shape: 'target', colour: '' },
  active: { text: 'oc-run', shape: 'disc', colour: '' },
  released: { text: 'oc-skip', shape: 'ticked-ring', colour: '' },
  running: { text: 'oc-run', shape: null, colour: '' },
} as const satisfies Record<string, { text: string; shape: MarkShape | null; colour: string }>;
export type OutcomeKind = keyof typeof kinds;

/** A small mark with its word: how a check, a delivery or an allocation stands. */
export function Outcome({
  kind,
  className,
  children,
}: {
  kind: OutcomeKind;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { text, shape, colour } = kinds[kind];
  return (
    <span className={classNames('oc', text, className)}>
      {shape ? <MarkSvg shape={shape} className={colour} /> : <Spinner />}
      {children}
    </span>
  );
}
