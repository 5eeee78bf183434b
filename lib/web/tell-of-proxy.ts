import { raiseConcern } from '@/lib/platform/process/concerns';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { isPrivate } from '@/lib/settings/rules/outgoing';
import { isLoopback, type PassedOn } from '@/lib/web/incoming/passed-on';

/**
 * A proxy that is set right or taken away is a concern no longer, after so many hours; sooner one that may be any
 * stranger, because one that is real is met again all the time.
 */
const hours = { proxy: 12, 'unknown proxy': 1 };

/** However many pretend to be one, and whatever they vary, each kind is announced once in so many milliseconds. */
const restMs = 60_000;

/** Until when none is announced again. */
export const announced = oncePerProcess(
  'proxies announced',
  () => new Map<'proxy' | 'unknown proxy', number>(),
);

function sentenceFor(peer: string): string {
  const setting = 'STANDBY_TRUSTED_PROXIES';
  if (!isPrivate(peer))
    return (
      `Requests from ${peer} say that they were passed on, and ${setting} is 0, so nobody believes them. If that is a ` +
      `proxy of yours, everybody behind it counts as one visitor and is refused together: set ${setting} to the number ` +
      'of proxies in front, and start again. If it is not, settle this; an hour after the last of them it ends by itself.'
    );
  const follows = isLoopback(peer)
    ? 'Limits count for whom it says it passed them on, and nothing else of what it says is believed.'
    : 'Everybody behind it counts as one visitor, and is refused together.';
  return (
    `Requests reach Standby through a proxy at ${peer}, and ${setting} is 0. ${follows} Set it to the number of ` +
    'proxies in front, usually 1, and start again.'
  );
}

/** Tells whoever runs Standby of a proxy that no setting names, or of somebody who pretends to be one. */
export async function tellOfProxy({ peer }: PassedOn): Promise<void> {
  const name = isPrivate(peer) ? 'proxy' : 'unknown proxy';
  if (Date.now() < (announced().get(name) ?? 0)) return;
  announced().set(name, Date.now() + restMs);
  await raiseConcern(name, sentenceFor(peer), hours[name]);
}
