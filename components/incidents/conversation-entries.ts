import type { FileView, ReportView } from '@/lib/reports/queries/views';
import type { FixedAnswer } from '@/lib/reports/schema';

export interface ConversationEntry {
  id: string;
  /** Written by the team, or by Standby for it. */
  ours: boolean;
  by: string;
  /** ISO. */
  at: string;
  text: string | null;
  /** To "is it working for you now?". */
  answer: FixedAnswer | null;
  files: readonly FileView[];
  /** The reporter has seen it. */
  seen: boolean;
}

/** Everything that was said, in order: the report itself, the messages, and the answers to whether it works. */
export function conversationEntries(report: ReportView): ConversationEntry[] {
  const reporter = report.reporterName ?? 'The reporter';
  const first: ConversationEntry = {
    id: report.id,
    ours: false,
    by: reporter,
    at: report.receivedAt,
    text: report.title ? `${report.title}\n\n${report.description}` : report.description,
    answer: null,
    files: report.files,
    seen: false,
  };
  const messages = report.messages.map((message): ConversationEntry => {
    const ours = message.author !== 'REPORTER';
    const team = message.by ?? 'The team';
    const { id, at, text, files } = message;
    const by = ours ? team : reporter;
    return { id, ours, by, at, text, answer: null, files, seen: ours && message.readAt !== null };
  });
  const answers = report.answers.map(({ answer, comment, at }): ConversationEntry => {
    return { id: at, ours: false, by: reporter, at, text: comment, answer, files: [], seen: false };
  });
  return [first, ...[...messages, ...answers].sort((a, b) => a.at.localeCompare(b.at))];
}
