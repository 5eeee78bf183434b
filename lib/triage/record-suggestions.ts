import type { Consumer } from '@/lib/platform/events/consumers';
import { reportFiled } from '@/lib/reports/events';
import { storeSuggestion } from '@/lib/reports/triage/decide';
import { serviceEvidence, suggestionFor, weighedSelect } from '@/lib/triage/queries/evidence';

/** Records what was suggested when a report came in, so that it can be compared with what a person decided. */
export const recordSuggestions: Consumer = {
  name: 'triage-suggestions',
  handle: async (tx, event) => {
    const filed = reportFiled.read(event);
    if (!filed) return;
    const report = await tx.report.findUnique({
      where: { id: filed.reportId },
      select: weighedSelect,
    });
    if (!report) return;
    const evidence = await serviceEvidence(tx, [report.serviceId], event.recordedAt);
    const known = report.serviceId ? evidence.get(report.serviceId) : undefined;
    await storeSuggestion(tx, report.id, suggestionFor(report, known));
  },
};
