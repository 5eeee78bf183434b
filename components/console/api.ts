import { queryOptions } from '@tanstack/react-query';
import { readApi } from '@/components/api/call-api';
import type { ConsoleFrame } from '@/lib/home/schema';

export const consoleFrameQuery = queryOptions({
  queryKey: ['home', 'frame'],
  queryFn: ({ signal }) => readApi<ConsoleFrame>('/api/v1/home/frame', signal),
});
