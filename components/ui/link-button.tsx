import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

type LinkButtonProps<R extends string> = Omit<ComponentProps<typeof Link>, 'href'> & {
  href: Route<R>;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: IconName | undefined;
  /** Loads the page anew: for documents, which are no part of the app's router. */
  reload?: boolean | undefined;
};

export function LinkButton<R extends string>({
  href,
  variant = 'default',
  size = 'md',
  icon,
  reload = false,
  className,
  children,
  ...rest
}: LinkButtonProps<R>) {
  const face = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </>
  );
  const classes = buttonClass(variant, size, className);
  if (reload) {
    return (
      <a href={href} className={classes} {...rest}>
        {face}
      </a>
    );
  }
  return (
    <Link prefetch={false} href={href as Route} className={classes} {...rest}>
      {face}
    </Link>
  );
}
