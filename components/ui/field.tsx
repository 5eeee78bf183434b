import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { useFieldId } from './field-scope';
import { MarkSvg } from './mark-svg';

export type ControlProps = {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
};

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  className?: string | undefined;
  /** Gets the id and the aria attributes, to be spread on the control. */
  children: (control: ControlProps) => ReactNode;
};

export const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;

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

/** What `describedBy` points at. */
function HintAndError({ id, hint, error }: Pick<FieldProps, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint ? (
        <span className="hint" id={hintId(id)}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </>
  );
}

type FieldGroupProps = Omit<FieldProps, 'children' | 'label'> & {
  legend: ReactNode;
  legendHidden?: boolean | undefined;
  children: ReactNode;
};

/** Several controls that answer one question. */
export function FieldGroup(props: FieldGroupProps) {
  const { name, legend, hint, error, optional = false, legendHidden, className, children } = props;
  const id = useFieldId(name);
  const { 'aria-describedby': described } = describedBy(id, hint, error);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={described}
      className={classNames('field', error && 'error', className)}
    >
      <legend className={classNames('label', legendHidden && 'sr')}>
        {legend}
        {optional ? <span className="opt"> (optional)</span> : null}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

export function Field({ name, label, hint, error, optional = false, className, children }: FieldProps) {
  const id = useFieldId(name);
  return (
    <div className={classNames('field', error && 'error', className)}>
      <label className="label" htmlFor={id}>
        {label}
        {optional ? <span className="opt"> (optional)</span> : null}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children({ id, ...describedBy(id, hint, error) })}
    </div>
  );
}
