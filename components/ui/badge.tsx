import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

const toneClass = {
  plain: 'plain',
  accent: 'accent',
  good: 'b-operational',
  caution: 'b-moderate',
  serious: 'b-severe',
  bad: 'b-critical',
  calm: 'b-trivial',
  planned: 'b-maintenance',
} as const;
type BadgeTone = keyof typeof toneClass;

type BadgeProps = {
  tone?: BadgeTone | undefined;
  icon?: IconName | undefined;
  mark?: ReactNode | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export function Badge({ tone = 'plain', icon, mark, className, children }: BadgeProps) {
  return (
    <span className={classNames('badge', toneClass[tone], !mark && !icon && 'no-mark', className)}>
      {mark ?? (icon ? <Icon name={icon} /> : null)}
      {children}
    </span>
  );
}
