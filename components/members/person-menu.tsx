'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-parts';
import type { KeyView, PersonView } from '@/lib/members/queries/views';
import { isBelow, type Role, roleLabel, roleSchema } from '@/lib/members/schema';
import { LessAccessDialog, type LesserAccess, revokedWith, useMadeKeys } from './less-access-dialog';

const options = roleSchema.options.map((value) => ({ value, label: roleLabel[value] }));

export function PersonMenu({ person }: { person: PersonView }) {
  const [access, setAccess] = useState<LesserAccess | null>(null);
  const keys = useMadeKeys(person.id);
  const { name, role } = person;
  const { give, signOut, enable } = usePersonActs(person, keys);
  const choose = (to: Role): void => {
    if (isBelow(to, role) && keys?.length !== 0) setAccess(to);
    else if (to !== role) void give.run(to);
  };

  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      label: 'Role',
      value: role,
      options,
      onChange: (value) => choose(value as Role),
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
      : {
          kind: 'action',
          label: 'Disable …',
          icon: 'lock',
          danger: true,
          onSelect: () => setAccess('DISABLED'),
        },
  ];

  return (
    <>
      <Menu
        label={`What to do about ${name}`}
        entries={entries}
        trigger={<Button size="icon-sm" icon="dots" aria-label={`More about ${name}`} />}
      />
      {access ? <LessAccessDialog person={person} access={access} onClose={() => setAccess(null)} /> : null}
    </>
  );
}

/** What an admin does to an account at once; undoing a role takes no key away that they had before. */
function usePersonActs(person: PersonView, keys: KeyView[] | undefined) {
  const { id, name, role, version } = person;
  const touches = ['member', 'session'] as const;
  const giveBack = useAct({
    touches,
    call: ({ at, exceptKeys }: { at: number; exceptKeys: string[] }, { key }) =>
      api('PUT /members/:memberId/role', { memberId: id, version: at, role, exceptKeys }, { key }),
    done: (given) => ({
      title: `${name} is ${roleLabel[role].toLowerCase()} again`,
      description: revokedWith(given),
    }),
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
      // While it is not known which keys they had, undoing would revoke them.
      undo: keys && (() => void giveBack.run({ at: given.version, exceptKeys: keys.map((one) => one.id) })),
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
  return { give, signOut, enable };
}
