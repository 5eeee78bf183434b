import { type IconName, iconPaths } from './icon-paths';

type IconProps = {
  name: IconName;
  size?: number | undefined;
  label?: string | undefined;
  className?: string | undefined;
};

/** Without `label` the icon is hidden from screen readers: words must stand beside it. */
export function Icon({ name, size, label, className }: IconProps) {
  return (
    <svg
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={className ? `i ${className}` : 'i'}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(size ? { style: { width: size, height: size } } : {})}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
