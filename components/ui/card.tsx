import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

type CardProps = ComponentProps<'div'> & {
  as?: 'section' | 'article' | 'div' | 'aside' | undefined;
  pad?: boolean | undefined;
};

export function Card({ as: Tag = 'section', pad = false, className, ...rest }: CardProps) {
  return <Tag className={classNames('card', pad && 'pad', className)} {...rest} />;
}

type CardHeaderProps = {
  title: ReactNode;
  id?: string | undefined;
  level?: 2 | 3 | undefined;
  meta?: ReactNode | undefined;
  actions?: ReactNode | undefined;
};

export function CardHeader({ title, id, level = 2, meta, actions }: CardHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="card-h">
      <Heading id={id}>{title}</Heading>
      {meta ? <span className="meta">{meta}</span> : null}
      {actions ? <div className="sp row">{actions}</div> : null}
    </div>
  );
}
