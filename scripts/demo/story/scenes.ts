import { db } from '@/lib/database/db';
import { addNote } from '@/lib/incidents/commands/add-note';
import { assignRole } from '@/lib/incidents/commands/assign-role';
import { closeIncident } from '@/lib/incidents/commands/close';
import { declareIncident } from '@/lib/incidents/commands/declare';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import type { Actor, Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { fileReport } from '@/lib/reports/commands/file';
import { newFormStamp } from '@/lib/reports/intake/form-stamp';
import { linkReport } from '@/lib/triage/commands/link';
import type { DemoReport, Episode } from './episode';

/** The people and services of the demo by the names that the story uses. */
export interface Stage {
  /** The moment that every `ago` counts back from. */
  now: Date;
  members: Map<string, { id: string; role: Extract<Actor, { kind: 'member' }>['role'] }>;
  services: Map<string, string>;
}

/** One thing that happens, at its time. */
export interface Scene {
  at: Date;
  play: () => Promise<void>;
}

function at(stage: Stage, ago: number): Date {
  return new Date(stage.now.getTime() - ago * 60_000);
}

function known<T>(map: Map<string, T>, key: string): T {
  const found = map.get(key);
  if (!found) throw new Error(`The story names ${key}, which the demo does not have.`);
  return found;
}

/** Somebody of the cast at a moment of the story: the same commands as in the console, with its clock. */
export function as(stage: Stage, key: string, ago: number): Context {
  const { id, role } = known(stage.members, key);
  return {
    actor: { kind: 'member', memberId: id, role, sessionId: newId() },
    requestId: newId(),
    now: at(stage, ago),
  };
}

/** A user without an account. @returns the report's id and version */
export async function sendReport(
  stage: Stage,
  service: string,
  report: DemoReport,
): Promise<{ id: string; version: number }> {
  const now = at(stage, report.ago);
  const clientKey = newId();
  // As from the form in a browser of that office: opened a minute before it was sent.
  const ctx: Context = {
    actor: { kind: 'anonymous' },
    requestId: newId(),
    now,
    addressBlock: `demo ${report.where}`,
  };
  const filed = await fileReport(
    ctx,
    {
      service,
      experience: report.experience,
      description: report.text,
      name: report.name,
      affectedWhere: report.where,
      email: `${report.name}@${report.where.replaceAll(' ', '')}.example`.toLowerCase(),
      wantsUpdates: true,
      affectedCount: report.affectedCount,
      sinceAt: at(stage, report.ago + 2).toISOString(),
      clientKey,
      stamp: newFormStamp(clientKey, now.getTime() - 60_000),
    },
    { channel: 'BROWSER', source: 'demo' },
  );
  return await db().report.findUniqueOrThrow({
    where: { ref: filed.ref },
    select: { id: true, version: true },
  });
}

/** Takes an episode apart into scenes. They are played in the order of their times, among those of the others. */
export function scenesOf(stage: Stage, episode: Episode): Scene[] {
  let ref = '';
  const [first, ...others] = episode.reports;
  let firstReport: { id: string; version: number } | null = null;
  const scenes: Scene[] = [];
  const add = (ago: number, play: () => Promise<unknown>): void => {
    scenes.push({ at: at(stage, ago), play: async () => void (await play()) });
  };
  const services = [{ serviceId: known(stage.services, episode.service) }];

  if (first) {
    add(first.ago, async () => {
      firstReport = await sendReport(stage, episode.service, first);
    });
  }
  add(episode.declaredAgo, async () => {
    const declared = await declareIncident(as(stage, episode.by, episode.declaredAgo), {
      title: episode.title,
      severity: episode.severity,
      slow: episode.slow ?? false,
      startedAt: at(stage, episode.startedAgo).toISOString(),
      services,
      managerId: known(stage.members, episode.manager).id,
      ...(firstReport ? { report: firstReport } : {}),
    });
    ref = declared.ref;
    if (!episode.communications) return;
    const memberId = known(stage.members, episode.communications).id;
    await assignRole(as(stage, episode.manager, episode.declaredAgo), {
      ref,
      role: 'COMMUNICATIONS',
      memberId,
    });
  });
  for (const report of others) {
    let sent = { id: '', version: 0 };
    add(report.ago, async () => {
      sent = await sendReport(stage, episode.service, report);
    });
    const joinedAgo = Math.min(report.ago, episode.declaredAgo) - 1;
    add(joinedAgo, () =>
      linkReport(as(stage, 'farah', joinedAgo), { ref: sent.id, version: sent.version, incidentRef: ref }),
    );
  }
  for (const note of episode.notes ?? []) {
    add(note.ago, () => addNote(as(stage, note.by, note.ago), { ref, text: note.text }));
  }
  for (const { ago, by, text, next, stage: move, audience = 'PUBLIC' } of episode.updates) {
    const moved = move ? { stage: move } : {};
    add(ago, () =>
      publishUpdate(as(stage, by, ago), { ref, audience, text, next: { minutes: next }, ...moved }),
    );
  }
  addEnding(stage, episode, () => ref, add);
  return scenes;
}

function addEnding(
  stage: Stage,
  episode: Episode,
  ref: () => string,
  add: (ago: number, play: () => Promise<unknown>) => void,
): void {
  const { resolved, closed } = episode;
  if (resolved) {
    const reason = 'Found and mended at once.';
    add(resolved.ago, () =>
      resolveIncident(as(stage, resolved.by, resolved.ago), { ref: ref(), text: resolved.text, reason }),
    );
  }
  if (closed) {
    const { ago, by, ...cause } = closed;
    add(ago, () => closeIncident(as(stage, by, ago), { ref: ref(), ...cause }));
  }
}
