import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { describedBy, FieldError, hintId } from './field';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  type: 'radio' | 'checkbox';
  label: ReactNode;
  description?: ReactNode | undefined;
  /** A sign at the right edge. */
  mark?: ReactNode | undefined;
};

export function Choice({ type, label, description, mark, className, ...rest }: ChoiceProps) {
  return (
    <label className={classNames('choice', className)}>
      <input type={type} {...rest} />
      <span className="min-w-0 flex-1">
        {description ? <b>{label}</b> : label}
        {description ? <span className="choice-d">{description}</span> : null}
      </span>
      {mark ? <span className="choice-m">{mark}</span> : null}
    </label>
  );
}

type ChoiceGroupProps = {
  id: string;
  legend: ReactNode;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  layout?: 'stack' | 'grid' | 'row' | undefined;
  legendHidden?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** One question with a few answers. An error summary links to its id. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { id, legend, hint, error, optional, layout = 'stack', legendHidden, className, children } = props;
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
      {hint ? (
        <span className="hint" id={hintId(id)}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      <div className={classNames('choices', layout !== 'stack' && `choices-${layout}`)}>{children}</div>
    </fieldset>
  );
}
