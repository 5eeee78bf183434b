import { liveChannel } from './live-messages';
import { StreamHost } from './stream-host';

// A shared worker lives as long as a page of this browser is open; its name comes before that of any page.
new StreamHost({ name: '', channel: new BroadcastChannel(liveChannel) });
