import { classNames } from './class-names';

/** `inherit` takes the colour of the text, for use inside a button. */
export function Spinner({
  label,
  inherit = false,
}: {
  label?: string | undefined;
  inherit?: boolean | undefined;
}) {
  const className = classNames('spin', inherit && 'on');
  return label ? (
    <span className="row" role="status">
      <span className={className} aria-hidden />
      {label}
    </span>
  ) : (
    <span className={className} aria-hidden />
  );
}
