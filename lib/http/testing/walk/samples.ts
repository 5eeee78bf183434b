import { incidentSamples } from './incident-samples';
import { peopleSamples } from './people-samples';
import { recoverySamples } from './recovery-samples';
import type { Sample } from './sample';

/** How each route of the API is called. */
export const samples: Record<string, Sample> = { ...incidentSamples, ...peopleSamples, ...recoverySamples };

export function sampleOf(route: string): Sample {
  const sample = samples[route];
  if (!sample) throw new Error(`Say in lib/http/testing/walk/…-samples.ts how ${route} is called.`);
  return sample;
}
