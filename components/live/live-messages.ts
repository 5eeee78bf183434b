/** `ended`: who asked may not hear it any more, because they signed out or their link has ended. */
export type LiveState = 'live' | 'reconnecting' | 'offline' | 'ended';

/** The channel of all pages of this browser, and of the one that holds the stream for them. */
export const liveChannel = 'standby-live';

/** A page asks to hear of what it shows, `member/<id>` or `link/<token>`, from the position that it knows on. */
export interface PageMessage {
  page: string;
  /** Null when the page goes. */
  interest: string | null;
  after: number | null;
}

/** The host says that it is there or that it goes; or to all pages of an interest how the stream is, or what changed. */
export type HostMessage =
  | { host: string; is: 'here' }
  | { host: string; is: 'gone' }
  | { host: string; is: 'state'; interest: string; state: LiveState; position: number | null }
  /** Topics such as `incident` and `incident:<id>`; null: anything may have changed. */
  | { host: string; is: 'hint'; interest: string; topics: string[] | null; position: number | null };

export const isHostMessage = (data: PageMessage | HostMessage): data is HostMessage => 'host' in data;
