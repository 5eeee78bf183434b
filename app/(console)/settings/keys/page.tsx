import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { KeysPage } from '@/components/settings/keys-page';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { listKeys } from '@/lib/members/queries/list-keys';

export const metadata: Metadata = { title: 'Keys' };

export default async function KeySettings() {
  const ctx = await requireMember('/settings/keys');
  const { view, refusal } = await readForPage(listKeys(ctx, {}));
  if (!view) return <NotAllowed title="Keys" reason={refusal} />;
  return (
    <SettingsFrame
      title="Keys"
      lead="For programs that call the API. Each acts with the rights of one role."
      current="/settings/keys"
    >
      <KeysPage initial={view} />
    </SettingsFrame>
  );
}
