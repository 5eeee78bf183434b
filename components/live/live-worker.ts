import { randomId } from '@/components/api/random-id';
import { liveChannel } from './live-messages';
import { StreamHost } from './stream-host';

// A shared worker lives as long as a page of this browser is open; its name comes before that of any page. After an upgrade
// there are two for a while, of the old script and of the new one: no two names are the same, so that one of them goes on.
new StreamHost({ name: ` ${randomId()}`, channel: new BroadcastChannel(liveChannel) });
