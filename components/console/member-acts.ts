'use client';

import { createContext, use } from 'react';
import type { MemberAct } from '@/lib/home/rules/member-acts';

export const MemberActs = createContext<readonly MemberAct[]>([]);

/** What the member may do whatever it is about. The commands ask again; this only hides what is refused. */
export function useMemberActs(): readonly MemberAct[] {
  return use(MemberActs);
}
