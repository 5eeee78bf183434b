import type { Fault } from './pointing';

/** Below this share of free room, in percent, writing will soon fail. */
const leastFreePercent = 5;
const badWords = new Set(['fail', 'failed', 'failing', 'error', 'down', 'unhealthy', 'critical', 'degraded']);

interface ReportedFault {
  fault: Fault;
  sentence: string;
}

function jsonOf(body: unknown): Record<string, unknown> | null {
  if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  if (typeof body !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function freePercent(health: Record<string, unknown>): number | null {
  const { disk } = health;
  if (typeof disk !== 'object' || disk === null) return null;
  const { freePercent: free } = disk as Record<string, unknown>;
  return typeof free === 'number' && Number.isFinite(free) ? free : null;
}

/**
 * What a server says of itself where it answers, however politely: `{ status, disk: { freePercent } }`.
 * @returns null when it says nothing bad, or nothing that we understand
 */
export function healthSays(server: string, body: unknown): ReportedFault | null {
  const health = jsonOf(body);
  if (!health) return null;
  const free = freePercent(health);
  if (free !== null && free < leastFreePercent) {
    return { fault: 'DISK', sentence: `${server} says that ${free} % of its disk is free.` };
  }
  const { status } = health;
  if (typeof status === 'string' && badWords.has(status.toLowerCase())) {
    return { fault: 'CONTENT', sentence: `${server} says of itself: ${status}.` };
  }
  return null;
}
