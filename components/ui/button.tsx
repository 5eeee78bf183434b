import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: IconName | undefined;
  /** Shows a spinner and swallows clicks; the button keeps its focus. */
  pending?: boolean | undefined;
};

function preventClick(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

export function Button({
  variant = 'default',
  size = 'md',
  icon,
  pending = false,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const busy = pending ? ({ 'aria-busy': true, 'aria-disabled': true, onClick: preventClick } as const) : {};
  return (
    <button type={type} className={buttonClass(variant, size, className)} {...rest} {...busy}>
      {pending ? <Spinner inherit /> : icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
