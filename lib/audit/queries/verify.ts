import { z } from 'zod';
import { readAnchors } from '@/lib/audit/anchor';
import { auditPolicy } from '@/lib/audit/policy';
import { verifyAudit } from '@/lib/platform/audit/verify-audit';
import { permit } from '@/lib/platform/policy';
import { settings } from '@/lib/platform/process/environment';
import { query } from '@/lib/platform/query';
import { type AuditVerdictView, auditVerdictViewSchema } from './views';

/** Recomputes the chain over every event and compares it with the heads written down outside the database. */
export const verifyChain = query({
  name: 'audit.verify',
  input: z.object({}),
  answer: auditVerdictViewSchema,
  allow: permit(auditPolicy, 'audit.verify'),
  run: async (): Promise<AuditVerdictView> => {
    const anchors = await readAnchors(settings().dataDir);
    const { ok, checked, head, faults } = await verifyAudit(anchors);
    return {
      ok,
      checked,
      head: { position: head.position.toString(), hash: head.hash },
      faults,
      anchors: anchors.length,
      at: new Date().toISOString(),
    };
  },
});
