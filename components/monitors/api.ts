import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { MonitorFields } from '@/lib/monitors/schema';

/** Looks make no events, so they are asked for as often as most monitors look. */
const everyMs = 30_000;

export const serviceMonitorsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['monitor', 'of', slug],
    queryFn: ({ signal }) => api('GET /services/:service/monitors', { service: slug }, { signal }),
    refetchInterval: everyMs,
  });

interface Known {
  id: string;
  version: number | undefined;
}

export async function saveMonitor(
  slug: string,
  known: Known | null,
  fields: MonitorFields,
  key: string,
): Promise<void> {
  if (known)
    await writeApi('PUT', `/api/v1/monitors/${known.id}`, { ...fields, version: known.version }, key);
  else await writeApi('POST', `/api/v1/services/${slug}/monitors`, fields, key);
}

export async function pauseMonitor({ id, version }: Known, paused: boolean, key: string): Promise<void> {
  await writeApi('POST', `/api/v1/monitors/${id}/pause`, { version, paused }, key);
}

export async function archiveMonitor({ id, version }: Known, key: string): Promise<void> {
  await writeApi('DELETE', `/api/v1/monitors/${id}`, { version }, key);
}
