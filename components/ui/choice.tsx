import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { FieldGroup } from './field';

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

type ChoiceGroupProps = ComponentProps<typeof FieldGroup> & { layout?: 'stack' | 'grid' | 'row' | undefined };

/** One question with a few answers. */
export function ChoiceGroup({ layout = 'stack', children, ...group }: ChoiceGroupProps) {
  return (
    <FieldGroup {...group}>
      <div className={classNames('choices', layout !== 'stack' && `choices-${layout}`)}>{children}</div>
    </FieldGroup>
  );
}
