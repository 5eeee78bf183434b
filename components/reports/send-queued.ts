import { api, type Input } from '@/components/api/api';
import { isAnswer, refusalOf } from '@/components/api/refusal';
import { type QueuedReport, takeFromQueue } from './queue-store';

/** The questions about known incidents are the form's own: of their answers only the reference is sent. */
function bodyOf(typed: Record<string, string>): Input<'POST /reports'> {
  const join = typed.service ? typed[`join-${typed.service}`] : undefined;
  const incidentRef = join && join !== 'different' ? join : undefined;
  const fields = Object.entries(typed).filter(([name]) => !name.startsWith('join-'));
  return { ...Object.fromEntries(fields), incidentRef };
}

/** Sends one report. What got no answer stays and is sent again; what is refused waits for its person. */
export async function sendQueued({ clientKey, fields }: QueuedReport): Promise<void> {
  try {
    takeFromQueue(clientKey, await api('POST /reports', bodyOf(fields), { key: clientKey }));
  } catch (error) {
    const problem = refusalOf(error);
    if (isAnswer(problem)) takeFromQueue(clientKey, { refusal: problem.message });
  }
}
