import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { MarkSvg } from './mark-svg';

export type ControlProps = {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
};

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  className?: string | undefined;
  /** Gets the id and the aria attributes, to be spread on the control. */
  children: (control: ControlProps) => ReactNode;
};

export const hintId = (id: string) => `${id}-hint`;
export const errorId = (id: string) => `${id}-error`;

/** What a control with this hint and error is described by. */
export function describedBy(
  id: string,
  hint: ReactNode,
  error: string | undefined,
): Omit<ControlProps, 'id'> {
  const ids = [hint ? hintId(id) : null, error ? errorId(id) : null].filter((part) => part !== null);
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="err" id={errorId(id)}>
      <MarkSvg shape="cross" className="st-major" />
      <span>
        <span className="sr">Error: </span>
        {children}
      </span>
    </span>
  );
}

export function Field({ id, label, hint, error, optional = false, className, children }: FieldProps) {
  return (
    <div className={classNames('field', error && 'error', className)}>
      <label className="label" htmlFor={id}>
        {label}
        {optional ? <span className="opt"> (optional)</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={hintId(id)}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      {children({ id, ...describedBy(id, hint, error) })}
    </div>
  );
}
