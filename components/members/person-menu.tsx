'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { type PersonView, type Role, roleLabel, roleSchema } from '@/lib/members/schema';
import { endOtherSessions, setDisabled, setRole } from './api';
import { useAct } from './use-act';

const options = roleSchema.options.map((value) => ({ value, label: roleLabel[value] }));

export function PersonMenu({ person }: { person: PersonView }) {
  const act = useAct('member', 'session');
  const [asking, setAsking] = useState(false);
  const { id, name, role, version } = person;

  const change = (to: Role): void => {
    if (to === role) return;
    void act(() => setRole({ id, version }, to), {
      title: `${name} is ${roleLabel[to].toLowerCase()} now`,
      description: 'Their sign-ins have ended: they sign in again with the new role.',
      undo: () =>
        void act(() => setRole({ id, version: version + 1 }, role), {
          title: `${name} is ${roleLabel[role].toLowerCase()} again`,
        }),
    });
  };

  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      label: 'Role',
      value: role,
      options,
      onChange: (value) => change(value as Role),
      closes: true,
    },
    { kind: 'line' },
    {
      kind: 'action',
      label: 'Sign out everywhere',
      icon: 'sign-out',
      onSelect: () =>
        void act(() => endOtherSessions(id, null), { title: `${name} is signed out everywhere` }),
    },
    person.state === 'DISABLED'
      ? {
          kind: 'action',
          label: 'Enable',
          icon: 'check',
          onSelect: () => void act(() => setDisabled(id, false), { title: `${name} can sign in again` }),
        }
      : { kind: 'action', label: 'Disable …', icon: 'lock', danger: true, onSelect: () => setAsking(true) },
  ];

  return (
    <>
      <Menu
        label={`What to do about ${name}`}
        entries={entries}
        trigger={<Button size="icon-sm" icon="dots" aria-label={`More about ${name}`} />}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Disable ${name}?`}
        confirmLabel={`Disable ${name}`}
        cancelLabel="Keep the account"
        onConfirm={async () => {
          await setDisabled(id, true);
          await act(async () => {}, { title: `${name} is disabled and signed out everywhere` });
        }}
      >
        {name} is signed out everywhere within seconds and cannot sign in again. What they did stays theirs,
        and the account can be enabled later.
      </ConfirmDialog>
    </>
  );
}
