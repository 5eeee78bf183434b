import { handle } from '@/lib/http/route';
import { staffAudience } from '@/lib/live/audience';
import { streamToWeb } from '@/lib/live/streams';

/** The stream of hints for the console. The fast lane answers the same with less memory a client. */
export const GET = handle(async (ctx, request) => streamToWeb(request, staffAudience(ctx.actor)));
