'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { serverNow } from '@/components/ui/server-time';
import { Time } from '@/components/ui/time';
import type { KeyView, LimitedMemberView, PersonView } from '@/lib/members/queries/views';
import { keyStand } from '@/lib/members/rules/key-end';
import { type Role, roleLabel } from '@/lib/members/schema';
import { isolated } from '@/lib/platform/rules/isolate';
import { keyListQuery } from './queries';

/** What somebody is about to be: shut out, or of a lower role. */
export type Limit = 'DISABLED' | Role;

/** The keys in use that a member made; undefined while that is not known. */
export function useMadeKeys(memberId: string): KeyView[] | undefined {
  const { data: keys } = useQuery(keyListQuery);
  return keys?.filter((key) => {
    const stand = keyStand(key, new Date(serverNow()));
    return key.createdById === memberId && (stand === 'good' || stand === 'ending');
  });
}

interface LimitDialogProps {
  person: PersonView;
  limit: Limit;
  onClose: () => void;
}

/** Asks once more, and which keys of theirs go on without them. */
export function LimitDialog({ person, limit, onClose }: LimitDialogProps) {
  const [keepKeys, setKeepKeys] = useState<string[]>([]);
  const keys = useMadeKeys(person.id);
  const act = useLimit(person, limit, onClose);
  const { name } = person;
  const words =
    limit === 'DISABLED'
      ? { verb: `Disable ${name}`, cancel: 'Keep the account' }
      : { verb: `Make ${name} ${roleLabel[limit].toLowerCase()}`, cancel: 'Keep the role' };
  return (
    <ConfirmDialog
      title={`${words.verb}?`}
      confirmLabel={words.verb}
      cancelLabel={words.cancel}
      act={act}
      onConfirm={() => void act.run({ keepKeys })}
      onClose={onClose}
    >
      {limit === 'DISABLED'
        ? `${name} is signed out everywhere within seconds and cannot sign in again. What they did stays theirs, and the account can be enabled later. Open invitations of theirs are taken back.`
        : 'Their sign-ins end: they sign in again with the new role. Open invitations of theirs are taken back.'}
      {keys ? (
        <MadeKeys keys={keys} kept={keepKeys} onChange={setKeepKeys} />
      ) : (
        ' API keys that they made are revoked.'
      )}
    </ConfirmDialog>
  );
}

const revokedWith = ({ revokedKeys }: LimitedMemberView): string | undefined =>
  revokedKeys.length > 0
    ? `API keys revoked: ${revokedKeys.map(({ name }) => isolated(name)).join(', ')}.`
    : undefined;

function useLimit({ id: memberId, name, version }: PersonView, limit: Limit, onDone: () => void) {
  return useAct({
    touches: ['member', 'session', 'key'],
    version,
    call: ({ keepKeys }: { keepKeys: string[] }, { key, version: seen }) =>
      limit === 'DISABLED'
        ? api('POST /members/:memberId/disable', { memberId, keepKeys }, { key })
        : api('PUT /members/:memberId/role', { memberId, version: seen, role: limit, keepKeys }, { key }),
    done: (limited) => ({
      title:
        limit === 'DISABLED'
          ? `${name} is disabled and signed out everywhere`
          : `${name} is ${roleLabel[limit].toLowerCase()} now`,
      description: revokedWith(limited),
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
      name="keepKeys"
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
