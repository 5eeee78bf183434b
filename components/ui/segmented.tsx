import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

type SegmentedOption = {
  value: string;
  label: ReactNode;
  icon?: IconName | undefined;
  count?: number | undefined;
};

type SegmentedProps = {
  label: string;
  name: string;
  options: readonly SegmentedOption[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  className?: string | undefined;
};

/** One choice out of a few, as native radios: arrow keys and forms work without script. */
export function Segmented({
  label,
  name,
  options,
  value,
  defaultValue,
  onChange,
  className,
}: SegmentedProps) {
  return (
    <fieldset className={classNames('seg', className)} aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            className="sr"
            name={name}
            value={option.value}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value })}
            {...(onChange
              ? { onChange: () => onChange(option.value) }
              : value === undefined
                ? {}
                : { readOnly: true })}
          />
          <SegmentFace {...option} />
        </label>
      ))}
    </fieldset>
  );
}

type SegmentedLink = {
  href: Route;
  label: ReactNode;
  icon?: IconName | undefined;
  count?: number | undefined;
  current?: boolean | undefined;
};

type SegmentedLinksProps = { label: string; items: readonly SegmentedLink[]; className?: string | undefined };

/** The same look for filters, whose state is the address of the page. */
export function SegmentedLinks({ label, items, className }: SegmentedLinksProps) {
  return (
    <nav className={classNames('seg', className)} aria-label={label}>
      {items.map((item) => (
        <Link
          prefetch={false}
          scroll={false}
          key={item.href}
          href={item.href}
          className={item.current ? 'on' : undefined}
          aria-current={item.current ? 'true' : undefined}
        >
          <SegmentFace {...item} />
        </Link>
      ))}
    </nav>
  );
}

function SegmentFace({ label, icon, count }: Pick<SegmentedOption, 'label' | 'icon' | 'count'>) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {label}
      {count === undefined ? null : <span>{count}</span>}
    </>
  );
}
