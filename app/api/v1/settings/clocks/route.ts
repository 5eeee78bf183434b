import { commandRoute } from '@/lib/http/route';
import { changeClocks } from '@/lib/settings/commands/change-clocks';

export const PATCH = commandRoute(changeClocks);
