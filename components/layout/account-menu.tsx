'use client';

import { startTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-parts';
import { parseTheme } from './theme';
import { useTheme } from './use-theme';

export type AccountMenuProps = {
  member: { name: string; email: string; roleLabel: string };
  onShowKeys: () => void;
  signOut: () => void | Promise<void>;
};

export function AccountMenu({ member, onShowKeys, signOut }: AccountMenuProps) {
  const [theme, setTheme] = useTheme();
  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      label: 'Look',
      value: theme,
      options: [
        { value: 'system', label: 'As the device', icon: 'monitor' },
        { value: 'light', label: 'Light', icon: 'sun' },
        { value: 'dark', label: 'Dark', icon: 'moon' },
      ],
      onChange: (value) => setTheme(parseTheme(value)),
    },
    { kind: 'line' },
    { kind: 'link', label: 'Your account', href: '/account', icon: 'user' },
    { kind: 'link', label: 'Public status page', href: '/', icon: 'globe', reload: true },
    { kind: 'action', label: 'Keys', icon: 'bolt', hint: '?', onSelect: onShowKeys },
    { kind: 'line' },
    {
      kind: 'action',
      label: 'Sign out',
      icon: 'sign-out',
      onSelect: () => startTransition(async () => signOut()),
    },
  ];
  return (
    <Menu
      label="Your account"
      head={
        <div className="mi-head">
          <b>{member.name}</b>
          <small>
            {member.email}, {member.roleLabel}
          </small>
        </div>
      }
      entries={entries}
      trigger={
        <button type="button" className="account" aria-label={`Your account, ${member.name}`}>
          <Avatar name={member.name} decorative />
        </button>
      }
    />
  );
}
