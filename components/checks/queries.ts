import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

/** Soon enough to see a check begin; its end comes with a hint. */
const whileBusyMs = 1_500;

export const checklistQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'checks'],
    queryFn: ({ signal }) => api('GET /incidents/:ref/checks', { ref }, { signal }),
    refetchInterval: (query) => ((query.state.data?.busy ?? 0) > 0 ? whileBusyMs : false),
  });

export const checkTemplateListQuery = (service: string | null) =>
  queryOptions({
    queryKey: ['checkTemplate', service],
    queryFn: ({ signal }) => api('GET /check-templates', { service }, { signal }),
  });

/** Every hint touches what begins with `home`: findings come from runs, monitors and datasets. */
export const findingListQuery = (service: string) =>
  queryOptions({
    queryKey: ['home', 'findings', service],
    queryFn: ({ signal }) => api('GET /findings', { service }, { signal }),
  });
