import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

export const consoleFrameQuery = queryOptions({
  queryKey: ['home', 'frame'],
  queryFn: ({ signal }) => api('GET /home/frame', {}, { signal }),
});
