import { commandRoute } from '@/lib/http/route';
import { answerReporter } from '@/lib/reports/commands/answer';

export const POST = commandRoute(answerReporter, { status: 201 });
