import { Refusal } from '@/scripts/command';
import { loopback, readFleet } from './fleet-file';

/** Asks the running fleet for something. @returns its sentences. @throws Refusal when it cannot or does not run */
export async function askFleet(folder: string, order: Record<string, string>): Promise<string[]> {
  const fleet = readFleet(folder);
  if (!fleet) throw new Refusal('There is no demo here yet. Start it with “npm start”.');
  const answer = await post(`${loopback(fleet.ports.automation)}/control`, fleet.token, order);
  const { sentences, error } = (await answer.json()) as { sentences?: string[]; error?: string };
  if (!sentences) throw new Refusal(error ?? `The fleet answered ${answer.status}.`);
  return sentences;
}

async function post(url: string, token: string, order: Record<string, string>): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(order),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    throw new Refusal('The fleet of the demo does not run. It runs as long as the demo does: “npm start”.');
  }
}
