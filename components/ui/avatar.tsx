import { classNames } from './class-names';
import { Icon } from './icon';

export type AvatarKind = 'person' | 'team' | 'equipment' | 'vendor';

type AvatarProps = {
  name: string;
  kind?: AvatarKind | undefined;
  size?: 's' | 'm' | 'l' | undefined;
  /** True when the name stands beside it. */
  decorative?: boolean | undefined;
};

/** People: one letter. Teams: the first letters of two words, or two letters. */
function initials(name: string, kind: AvatarKind): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')];
  if (kind === 'person') return (first[0] ?? '?').toUpperCase();
  const second = words.length > 1 ? [...(words[1] ?? '')][0] : first[1];
  return `${(first[0] ?? '?').toUpperCase()}${(second ?? '').toLowerCase()}`;
}

/** The same name always gets the same tint. */
function tintOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum % 4) + 1;
}

export function Avatar({ name, kind = 'person', size = 'm', decorative = false }: AvatarProps) {
  const hollow = kind === 'equipment' || kind === 'vendor';
  const className = classNames('av', `av-${kind}`, !hollow && `tint-${tintOf(name)}`, size !== 'm' && size);
  const face = hollow ? <Icon name={kind === 'vendor' ? 'box' : 'server'} /> : initials(name, kind);
  if (decorative) {
    return (
      <span className={className} aria-hidden>
        {face}
      </span>
    );
  }
  return (
    <span className={className} title={name} role="img" aria-label={name}>
      {face}
    </span>
  );
}
