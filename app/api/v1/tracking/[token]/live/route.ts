import { handleTracking } from '@/lib/http/tracking-route';
import { streamToWeb } from '@/lib/live/streams';

/** The stream of hints for one report. The fast lane answers the same with less memory a client. */
export const GET = handleTracking(async ({ reportId, incidentId }, request) =>
  streamToWeb(request, { kind: 'reporter', reportId, incidentId }),
);
