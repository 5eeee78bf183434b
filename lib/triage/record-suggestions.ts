import type { Consumer } from '@/lib/platform/consumers';
import { reportFiled } from '@/lib/reports/events';
import { keepSuggestion } from '@/lib/reports/triage/decide';
import { serviceFacts, suggestionFor } from '@/lib/triage/queries/evidence';

/** Keeps what was suggested when a report came in, so that it can be compared with what a person decided. */
export const keepSuggestions: Consumer = {
  name: 'triage-suggestions',
  handle: async (tx, event) => {
    const filed = reportFiled.read(event);
    if (!filed) return;
    const report = await tx.report.findUnique({
      where: { id: filed.reportId },
      select: {
        id: true,
        serviceId: true,
        channel: true,
        claimedSeverity: true,
        affected: true,
        affectedCount: true,
        addressBlock: true,
        reporterEmail: true,
      },
    });
    if (!report) return;
    const facts = await serviceFacts(tx, [report.serviceId], event.recordedAt);
    const known = report.serviceId ? facts.get(report.serviceId) : undefined;
    await keepSuggestion(tx, report.id, suggestionFor(report, known));
  },
};
