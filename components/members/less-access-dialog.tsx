'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { serverNow } from '@/components/ui/server-time';
import { Time } from '@/components/ui/time';
import type { KeyView, MemberAndRevokedKeys, PersonView } from '@/lib/members/queries/views';
import { keyStand } from '@/lib/members/rules/key-end';
import { type Role, roleLabel } from '@/lib/members/schema';
import { isolated } from '@/lib/platform/rules/isolate';
import { keyListQuery } from './queries';

/** What somebody is about to be: shut out, or of a lower role. */
export type LesserAccess = 'DISABLED' | Role;

/** The keys in use that a member made; undefined while that is not known. */
export function useMadeKeys(memberId: string): KeyView[] | undefined {
  const { data: keys } = useQuery(keyListQuery);
  return keys?.filter((key) => {
    const stand = keyStand(key, new Date(serverNow()));
    return key.createdById === memberId && (stand === 'good' || stand === 'ending');
  });
}

interface LessAccessDialogProps {
  person: PersonView;
  access: LesserAccess;
  onClose: () => void;
}

/** Asks once more, and which keys of theirs go on without them. */
export function LessAccessDialog({ person, access, onClose }: LessAccessDialogProps) {
  const [exceptKeys, setKeepKeys] = useState<string[]>([]);
  const keys = useMadeKeys(person.id);
  const act = useLessAccess(person, access, onClose);
  const { name } = person;
  const words =
    access === 'DISABLED'
      ? { verb: `Disable ${name}`, cancel: 'Keep the account' }
      : { verb: `Make ${name} ${roleLabel[access].toLowerCase()}`, cancel: 'Keep the role' };
  return (
    <ConfirmDialog
      title={`${words.verb}?`}
      confirmLabel={words.verb}
      cancelLabel={words.cancel}
      act={act}
      onConfirm={() => void act.run({ exceptKeys })}
      onClose={onClose}
    >
      {access === 'DISABLED'
        ? `${name} is signed out everywhere within seconds and cannot sign in again. What they did stays theirs, and the account can be enabled later. Open invitations of theirs are taken back.`
        : 'Their sign-ins end: they sign in again with the new role. Open invitations of theirs are taken back.'}
      {keys ? (
        <MadeKeys keys={keys} kept={exceptKeys} onChange={setKeepKeys} />
      ) : (
        ' API keys that they made are revoked.'
      )}
    </ConfirmDialog>
  );
}

export const revokedWith = ({ revokedKeys }: MemberAndRevokedKeys): string | undefined =>
  revokedKeys.length > 0
    ? `API keys revoked: ${revokedKeys.map(({ name }) => isolated(name)).join(', ')}.`
    : undefined;

function useLessAccess(
  { id: memberId, name, version }: PersonView,
  access: LesserAccess,
  onDone: () => void,
) {
  return useAct({
    touches: ['member', 'session', 'key'],
    version,
    call: ({ exceptKeys }: { exceptKeys: string[] }, { key, version: seen }) =>
      access === 'DISABLED'
        ? api('POST /members/:memberId/disable', { memberId, exceptKeys }, { key })
        : api('PUT /members/:memberId/role', { memberId, version: seen, role: access, exceptKeys }, { key }),
    done: (given) => ({
      title:
        access === 'DISABLED'
          ? `${name} is disabled and signed out everywhere`
          : `${name} is ${roleLabel[access].toLowerCase()} now`,
      description: revokedWith(given),
    }),
    onDone,
  });
}

interface MadeKeysProps {
  keys: KeyView[];
  /** The ids of those that go on. */
  kept: readonly string[];
  onChange: (kept: string[]) => void;
}

/** Keys belong to programs, but whoever made one knows its secret: each is revoked unless somebody says otherwise. */
function MadeKeys({ keys, kept, onChange }: MadeKeysProps) {
  if (keys.length === 0) return null;
  return (
    <ChoiceGroup
      name="exceptKeys"
      legend="API keys to revoke"
      hint="They made these, and know the secrets. Programs that use a revoked key are refused from the next request on."
    >
      {keys.map(({ id, name, role, lastUsedAt }) => (
        <Choice
          key={id}
          type="checkbox"
          label={name}
          description={
            <>
              Acts as {roleLabel[role].toLowerCase()}, last used{' '}
              {lastUsedAt ? <Time at={lastUsedAt} show="relative" /> : 'never'}
            </>
          }
          checked={!kept.includes(id)}
          onChange={({ target }) =>
            onChange(target.checked ? kept.filter((other) => other !== id) : [...kept, id])
          }
        />
      ))}
    </ChoiceGroup>
  );
}
