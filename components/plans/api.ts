import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { PlanDraft } from '@/lib/plans/rules/draft';
import type { PlanKind } from '@/lib/plans/schema';
import type { SavedDraft } from './draft-keeper';

interface Ref {
  id: string;
  version: number;
}

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => api('GET /plans/:id', { id }, { signal }),
  });

export function createPlan(
  input: { serviceId: string; kind: PlanKind; name: string },
  key: string,
): Promise<Ref> {
  return writeApi('POST', '/api/v1/plans', input, key);
}

export function saveDraft({ id, version }: Ref, draft: PlanDraft): Promise<SavedDraft> {
  return writeApi('PUT', `/api/v1/plans/${id}/draft`, { version, draft });
}

export function publishPlan({ id, version }: Ref, summary: string, key: string): Promise<{ number: number }> {
  return writeApi('POST', `/api/v1/plans/${id}/publish`, { version, summary }, key);
}

export function discardDraft({ id, version }: Ref, key: string): Promise<Ref> {
  return writeApi('DELETE', `/api/v1/plans/${id}/draft`, { version }, key);
}

export function renamePlan({ id, version }: Ref, name: string, key: string): Promise<Ref> {
  return writeApi('PATCH', `/api/v1/plans/${id}`, { version, name }, key);
}

export function archivePlan({ id, version }: Ref, archived: boolean, key: string): Promise<Ref> {
  return writeApi('DELETE', `/api/v1/plans/${id}`, { version, archived }, key);
}
