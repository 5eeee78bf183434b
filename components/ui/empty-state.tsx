import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

type EmptyStateProps = {
  icon?: IconName | undefined;
  title: ReactNode;
  action?: ReactNode | undefined;
  level?: 2 | 3 | undefined;
  /** Off when it already stands inside a card. */
  card?: boolean | undefined;
  className?: string | undefined;
  /** Why it is empty and what is worth doing now. */
  children?: ReactNode | undefined;
};

export function EmptyState({
  icon = 'inbox',
  title,
  action,
  level = 2,
  card = true,
  className,
  children,
}: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classNames('emp', card && 'card', className)}>
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action ? <div className="acts">{action}</div> : null}
    </div>
  );
}
