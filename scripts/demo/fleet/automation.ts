import type { IncomingMessage, ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { actions } from './actions';
import type { AnswersKept, StepAnswer } from './answers-kept';
import { callBack } from './call-back';
import { loopback, readCredentials, type StageName, stageNames } from './fleet-file';
import { readText, sendJson } from './plain-http';
import { setStageFor } from './rehearsal';
import type { Stage } from './stage';

const stepSchema = z.object({
  type: z.literal('standby.step'),
  data: z.object({
    action: z.string(),
    input: z.record(z.string(), z.unknown()).default({}),
    run: z.object({ ref: z.string(), mode: z.enum(['LIVE', 'DRILL']) }),
    callback: z.object({ url: z.url() }).nullable().default(null),
  }),
});
type Step = z.output<typeof stepSchema>['data'];

export interface AutomationFleet {
  folder: string;
  storePort: number;
  stages: Record<StageName, Stage>;
  answers: AnswersKept;
}

/** The addresses that Standby calls: /live and /drill, each with a secret of its own. */
export async function serveAutomation(
  fleet: AutomationFleet,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = stageNames.find((one) => request.url === `/${one}`);
  if (!name) return sendJson(response, 404, { error: 'Post to /live or to /drill.' });
  if (request.method !== 'POST') return sendJson(response, 405, { error: 'Only POST does something here.' });
  const secret = readCredentials(fleet.folder)?.automation[name];
  if (!secret) return sendJson(response, 503, { error: 'Standby has not been told about this fleet yet.' });
  const step = await signedStep(request, secret);
  if ('refusal' in step) return sendJson(response, step.status, { error: step.refusal });
  const { id, data } = step;
  const mode = name === 'live' ? 'LIVE' : 'DRILL';
  if (data.run.mode !== mode) {
    return sendJson(response, 422, {
      error: `This is the address for ${mode} runs, and ${data.run.ref} is none.`,
    });
  }
  const answer = fleet.answers.once(id, () => act(fleet, name, data));
  const { callback } = data;
  if (!callback) return sendJson(response, 200, await answer);
  sendJson(response, 202, { state: 'accepted' });
  void answer.then((result) => callBack(callback.url, id, secret, result));
}

async function signedStep(
  request: IncomingMessage,
  secret: string,
): Promise<{ id: string; data: Step } | { status: number; refusal: string }> {
  try {
    const text = await readText(request);
    const headers = request.headers as Record<string, string>;
    new Webhook(secret).verify(text, headers);
    const read = stepSchema.safeParse(JSON.parse(text));
    if (!read.success) return { status: 422, refusal: 'This is no step of a run.' };
    return { id: headers['webhook-id'] ?? '', data: read.data.data };
  } catch (error) {
    return { status: 401, refusal: (error as Error).message };
  }
}

async function act(fleet: AutomationFleet, name: StageName, step: Step): Promise<StepAnswer> {
  const run = actions[step.action];
  if (!run) return { state: 'failed', sentence: `This automation knows no action called ${step.action}.` };
  const stage = fleet.stages[name];
  try {
    if (name === 'drill') await setStageFor(stage, step.run.ref);
    return { state: 'done', ...(await run({ stage, store: loopback(fleet.storePort) }, step.input)) };
  } catch (error) {
    return { state: 'failed', sentence: (error as Error).message };
  }
}
