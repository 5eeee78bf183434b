import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { DraftAuthor } from '@/components/api/use-draft';
import { ConsoleFrameView } from '@/components/console/console-frame';
import { sectionsFor } from '@/components/console/sections';
import { ZoneFrame } from '@/components/layout/zone-frame';
import { currentContext, currentMember, forgetSession, requireMember } from '@/lib/auth/pages/current-member';
import { signOut } from '@/lib/auth/sign-in/sign-out';
import { consoleFrame } from '@/lib/home/queries/frame';
import { roleLabel } from '@/lib/members/schema';
import { currentSettings } from '@/lib/settings/in-force';

async function leave(): Promise<void> {
  'use server';
  await signOut(await currentContext());
  await forgetSession();
  redirect('/sign-in');
}

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const ctx = await requireMember();
  // A user has no console: their own reports are on the public side.
  if (ctx.actor.role === 'USER') redirect('/report');
  const [member, frame] = await Promise.all([currentMember(), consoleFrame(ctx, {})]);
  const { upper, lower } = sectionsFor(ctx.actor);
  const { zone } = (await currentSettings()).organisation;
  return (
    <ConsoleFrameView
      initial={frame}
      upper={upper}
      lower={lower}
      member={{
        id: ctx.actor.memberId,
        name: member?.name ?? '',
        email: member?.email ?? '',
        roleLabel: member ? roleLabel[member.role] : '',
      }}
      signOut={leave}
    >
      <ZoneFrame zone={zone}>
        <DraftAuthor memberId={ctx.actor.memberId}>{children}</DraftAuthor>
      </ZoneFrame>
    </ConsoleFrameView>
  );
}
