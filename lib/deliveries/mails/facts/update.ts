import type { Tx } from '@/lib/database/db';
import type { Recipient } from '@/lib/deliveries/mails/planned-mail';
import { type Words, withoutSlots } from '@/lib/deliveries/rules/mail';
import { variablesSchema } from '@/lib/deliveries/schema';
import { renderMarkdown } from '@/lib/status/render/markdown';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import { type PublicStage, publicStageOf } from '@/lib/updates/rules/public-stage';
import type { Audience } from '@/lib/updates/schema';
import { type IncidentFacts, incidentFacts } from './incident';
import { recipientsOf } from './recipients';
import { recoveryFacts } from './recovery';

export interface UpdateFacts {
  id: string;
  audience: Audience;
  stage: PublicStage;
  words: Words;
  publishedAt: Date;
  next: { at: Date; zone: string | null } | null;
  incident: IncidentFacts;
  recipients: Recipient[];
  /** Where the update is an announcement of a recovery that users are told of. */
  recovery: PublicRecovery | null;
  /** Why it was edited; none for the first words. */
  reason: string | null;
}

async function readUpdate(tx: Tx, updateId: string, revision: number) {
  return await tx.update.findUnique({
    where: { id: updateId },
    select: {
      audience: true,
      stage: true,
      publishedAt: true,
      retractedAt: true,
      nextUpdateAt: true,
      nextUpdateZone: true,
      incidentId: true,
      runId: true,
      revision: true,
      revisions: { where: { number: revision }, select: { body: true, reason: true } },
    },
  });
}

/**
 * The words of one revision; null when there is nothing to tell any more: retracted, or edited again since.
 * Recipients are left to the caller.
 */
async function updateWords(tx: Tx, updateId: string, revision: number) {
  const row = await readUpdate(tx, updateId, revision);
  const words = row?.revisions[0];
  if (!row?.incidentId || !words || row.retractedAt || row.revision !== revision) return null;
  const incident = await incidentFacts(tx, row.incidentId);
  if (!incident) return null;
  return {
    id: updateId,
    audience: row.audience,
    stage: publicStageOf[row.stage ?? 'INVESTIGATING'],
    words: renderMarkdown(withoutSlots(words.body)),
    publishedAt: row.publishedAt,
    next: row.nextUpdateAt ? { at: row.nextUpdateAt, zone: row.nextUpdateZone } : null,
    incident,
    recovery: row.runId ? await recoveryFacts(tx, incident, row.publishedAt) : null,
    reason: words.reason,
  };
}

/** An update with everybody it was for when it was published. */
export async function publishedFacts(
  tx: Tx,
  updateId: string,
  revision: number,
): Promise<UpdateFacts | null> {
  const update = await updateWords(tx, updateId, revision);
  if (!update || update.audience === 'INTERNAL') return null;
  const { incident, audience, publishedAt: at } = update;
  return { ...update, recipients: await recipientsOf(tx, { incident, audience, at }) };
}

/** An edited update with everybody who was sent the words before. */
export async function editedFacts(tx: Tx, updateId: string, revision: number): Promise<UpdateFacts | null> {
  const update = await updateWords(tx, updateId, revision);
  if (!update || update.audience === 'INTERNAL') return null;
  const rows = await tx.delivery.findMany({
    where: {
      updateId,
      purpose: { in: ['update', 'update-edited'] },
      channel: 'EMAIL',
      NOT: {
        state: 'SUPPRESSED',
        suppressReason: { in: ['UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED', 'BY_HAND'] },
      },
    },
    distinct: ['recipientKind', 'recipientId'],
    select: { recipientKind: true, recipientId: true, recipientName: true, address: true, variables: true },
  });
  const recipients = rows.map((row) => {
    const variables = variablesSchema.parse(row.variables ?? {});
    const { recipientKind: kind, recipientId: id, recipientName: name, address } = row;
    return { kind, id, name, address, variables, locale: variables.locale ?? 'en' };
  });
  return { ...update, recipients };
}
