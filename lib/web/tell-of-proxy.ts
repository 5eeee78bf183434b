import { raiseConcern } from '@/lib/platform/process/concerns';
import { isPrivate } from '@/lib/settings/rules/outgoing';
import type { PassedOn } from '@/lib/web/incoming/passed-on';

/** A proxy that is set right or taken away is a concern no longer, after so many hours. */
const hours = 12;

/** Tells whoever runs Standby of a proxy that no setting names, or of somebody who pretends to be one. */
export async function tellOfProxy({ peer, headers, client }: PassedOn): Promise<void> {
  const said = headers.join(', ');
  if (!isPrivate(peer))
    return await raiseConcern(
      'unknown proxy',
      `Requests from ${peer} say that they were passed on (${said}), and STANDBY_TRUSTED_PROXIES is 0, so nobody ` +
        'believes them. If that is a proxy of yours, everybody behind it counts as one visitor and is refused ' +
        'together: set STANDBY_TRUSTED_PROXIES to the number of proxies in front, and start again.',
      hours,
    );
  await raiseConcern(
    'proxy',
    `Requests reach Standby through a proxy at ${peer} (${said}), and STANDBY_TRUSTED_PROXIES is 0. ` +
      (client
        ? 'Limits count for whom it says it passed them on, and nothing else of what it says is believed. '
        : 'Everybody behind it counts as one visitor, and is refused together. ') +
      'Set STANDBY_TRUSTED_PROXIES to the number of proxies in front, usually 1, and start again.',
    hours,
  );
}
