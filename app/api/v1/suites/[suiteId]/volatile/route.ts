import { commandRoute } from '@/lib/http/route';
import { ignoreVolatile } from '@/lib/suites/commands/ignore-volatile';

export const POST = commandRoute(ignoreVolatile);
