import { consoleFrame } from '@/lib/home/frame';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(consoleFrame);
