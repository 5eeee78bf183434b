import type { Prisma } from '@/prisma/generated/client';
import type { MessageView } from './views';

/** The files that are shown. */
export const shownFiles = {
  select: { id: true, name: true, contentType: true, size: true },
  orderBy: { id: 'asc' },
} satisfies Prisma.Report$filesArgs;

/** The conversation of a report, from its beginning. */
export const messagesSelect = {
  select: {
    id: true,
    author: true,
    body: true,
    createdAt: true,
    readAt: true,
    member: { select: { name: true } },
    files: shownFiles,
  },
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
} satisfies Prisma.Report$messagesArgs;

type Row = Prisma.ReportGetPayload<{ select: { messages: typeof messagesSelect } }>['messages'][number];

/** @param nameFor how a member is called here */
export function messageView(
  { body, createdAt, readAt, member, ...message }: Row,
  nameFor: (name: string) => string = (name) => name,
): MessageView {
  return {
    ...message,
    by: member && nameFor(member.name),
    text: body,
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
