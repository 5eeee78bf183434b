import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import { type IconName, iconPaths } from './icon-paths';
import { MarkSvg } from './mark-svg';

type NoteTone = 'info' | 'accent' | 'warn' | 'bad';

type NoteProps = {
  tone?: NoteTone | undefined;
  icon?: IconName | ReactNode | undefined;
  title?: ReactNode | undefined;
  action?: ReactNode | undefined;
  role?: 'status' | 'alert' | 'note' | undefined;
  className?: string | undefined;
  children?: ReactNode | undefined;
};

function isIconName(value: ReactNode): value is IconName {
  return typeof value === 'string' && value in iconPaths;
}

/** What people must read, in the page. A passing confirmation is a toast instead. */
export function Note({ tone = 'info', icon, title, action, role, className, children }: NoteProps) {
  const fallback = tone === 'bad' ? <MarkSvg shape="cross" className="st-major" /> : <Icon name="info" />;
  return (
    <div role={role} className={classNames('note', tone !== 'info' && tone, className)}>
      {isIconName(icon) ? <Icon name={icon} /> : (icon ?? fallback)}
      <div className="min-w-0">
        {title ? <b>{title} </b> : null}
        {children}
      </div>
      {action ? <div className="sp">{action}</div> : null}
    </div>
  );
}
