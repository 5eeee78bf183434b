import type { Metadata } from 'next';
import { KeysPage } from '@/components/settings/keys-page';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { consolePage } from '@/lib/auth/pages/console-page';
import { listKeys } from '@/lib/members/queries/list-keys';

export const metadata: Metadata = { title: 'Keys' };

export default consolePage(async ({ ctx }) => {
  const view = await listKeys(ctx, {});
  return (
    <SettingsFrame
      title="Keys"
      lead="For programs that call the API. Each acts with the rights of one role."
      current="/settings/keys"
    >
      <KeysPage initial={view} />
    </SettingsFrame>
  );
});
