'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-parts';
import type { PersonView } from '@/lib/members/queries/views';
import { isBelow, type Role, roleLabel, roleSchema } from '@/lib/members/schema';
import { type Limit, LimitDialog, useMadeKeys } from './limit-dialog';

const options = roleSchema.options.map((value) => ({ value, label: roleLabel[value] }));

export function PersonMenu({ person }: { person: PersonView }) {
  const [limit, setLimit] = useState<Limit | null>(null);
  const keys = useMadeKeys(person.id);
  const { name, role } = person;
  const { give, signOut, enable } = usePersonActs(person, keys?.map(({ id }) => id) ?? []);
  const choose = (to: Role): void => {
    if (isBelow(to, role) && keys?.length !== 0) setLimit(to);
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
          onSelect: () => setLimit('DISABLED'),
        },
  ];

  return (
    <>
      <Menu
        label={`What to do about ${name}`}
        entries={entries}
        trigger={<Button size="icon-sm" icon="dots" aria-label={`More about ${name}`} />}
      />
      {limit ? <LimitDialog person={person} limit={limit} onClose={() => setLimit(null)} /> : null}
    </>
  );
}

/** What an admin does to an account at once; undoing a role takes no key away that they had before. */
function usePersonActs(person: PersonView, keepKeys: string[]) {
  const { id, name, role, version } = person;
  const touches = ['member', 'session'] as const;
  const giveBack = useAct({
    touches,
    call: (at: number, { key }) =>
      api('PUT /members/:memberId/role', { memberId: id, version: at, role, keepKeys }, { key }),
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
  return { give, signOut, enable };
}
