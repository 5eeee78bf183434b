import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

export const suiteListQuery = (service: string) =>
  queryOptions({
    queryKey: ['suite', 'of', service],
    queryFn: ({ signal }) => api('GET /suites', { service }, { signal }),
  });

export const suiteQuery = (suiteId: string) =>
  queryOptions({
    queryKey: ['suite', suiteId],
    queryFn: ({ signal }) => api('GET /suites/:suiteId', { suiteId }, { signal }),
  });

export const replayQuery = (suiteId: string, replayId: string) =>
  queryOptions({
    queryKey: ['suite', suiteId, 'replay', replayId],
    queryFn: ({ signal }) => api('GET /suites/:suiteId/replays/:replayId', { suiteId, replayId }, { signal }),
    enabled: replayId !== '',
  });

export const resultQuery = (suiteId: string, replayId: string, caseId: string) =>
  queryOptions({
    queryKey: ['suite', suiteId, 'replay', replayId, 'case', caseId],
    queryFn: ({ signal }) =>
      api('GET /suites/:suiteId/replays/:replayId/cases/:caseId', { suiteId, replayId, caseId }, { signal }),
  });
