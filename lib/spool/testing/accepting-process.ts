import { newId } from '@/lib/platform/ids';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { acceptReport } from '@/lib/spool/accept-report';

// Takes reports without end and says each reference once it was acknowledged, so that a test can kill it at any moment.
for (;;) {
  const filed = await acceptReport(visitor(), fromForm({ description: `Sent as ${newId()}` }));
  process.stdout.write(`${JSON.stringify(filed)}\n`);
}
