'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-parts';
import type { PersonView } from '@/lib/members/queries/views';
import { type Role, roleLabel, roleSchema } from '@/lib/members/schema';

const options = roleSchema.options.map((value) => ({ value, label: roleLabel[value] }));

export function PersonMenu({ person }: { person: PersonView }) {
  const [asking, setAsking] = useState(false);
  const { name, role } = person;
  const { give, signOut, enable, disable } = usePersonActs(person, () => setAsking(false));

  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      label: 'Role',
      value: role,
      options,
      onChange: (value) => (value === role ? undefined : void give.run(value as Role)),
      closes: true,
    },
    { kind: 'line' },
    {
      kind: 'action',
      label: 'Sign out everywhere',
      icon: 'sign-out',
      onSelect: () => void signOut.run(),
    },
    person.state === 'DISABLED'
      ? {
          kind: 'action',
          label: 'Enable',
          icon: 'check',
          onSelect: () => void enable.run(),
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
      {asking ? (
        <ConfirmDialog
          title={`Disable ${name}?`}
          confirmLabel={`Disable ${name}`}
          cancelLabel="Keep the account"
          act={disable}
          onConfirm={disable.run}
          onClose={() => setAsking(false)}
        >
          {name} is signed out everywhere within seconds and cannot sign in again. What they did stays theirs,
          and the account can be enabled later.
        </ConfirmDialog>
      ) : null}
    </>
  );
}

/** What an admin does to an account; only disabling is asked once more. */
function usePersonActs(person: PersonView, onDisabled: () => void) {
  const { id, name, role, version } = person;
  const touches = ['member', 'session'] as const;
  const giveBack = useAct({
    touches,
    call: (at: number, { key }) =>
      api('PUT /members/:memberId/role', { memberId: id, version: at, role }, { key }),
    done: `${name} is ${roleLabel[role].toLowerCase()} again`,
    refusal: 'toast',
  });
  const give = useAct({
    touches,
    version,
    call: (to: Role, sent) =>
      api(
        'PUT /members/:memberId/role',
        { memberId: id, version: sent.version, role: to },
        { key: sent.key },
      ),
    done: (given, to) => ({
      title: `${name} is ${roleLabel[to].toLowerCase()} now`,
      description: 'Their sign-ins have ended: they sign in again with the new role.',
      undo: () => void giveBack.run(given.version),
    }),
    refusal: 'toast',
  });
  const signOut = useAct({
    touches,
    call: (_, { key }) => api('DELETE /members/:memberId/sessions', { memberId: id, except: null }, { key }),
    done: `${name} is signed out everywhere`,
    refusal: 'toast',
  });
  const enable = useAct({
    touches,
    version,
    call: (_, { key }) => api('POST /members/:memberId/enable', { memberId: id }, { key }),
    done: `${name} can sign in again`,
    refusal: 'toast',
  });
  const disable = useAct({
    touches,
    version,
    call: (_, { key }) => api('POST /members/:memberId/disable', { memberId: id }, { key }),
    done: `${name} is disabled and signed out everywhere`,
    onDone: onDisabled,
  });
  return { give, signOut, enable, disable };
}
