import type { Severity } from '@/lib/severity/schema';
import type { SubscriberKind, SubscriberState } from '@/lib/subscribers/schema';

/** What the person behind a link sees of the subscription. */
export interface SubscriptionView {
  id: string;
  email: string;
  state: SubscriberState;
  allServices: boolean;
  /** Slugs, when not all. */
  services: string[];
  minimumSeverity: Severity;
}

export interface ServiceChoice {
  slug: string;
  name: string;
}

export interface SubscriberRow {
  id: string;
  kind: SubscriberKind;
  address: string;
  state: SubscriberState;
  /** Names; empty means all services. */
  services: string[];
  minimumSeverity: Severity;
  createdAt: string;
  confirmedAt: string | null;
  unsubscribedAt: string | null;
}

export interface SubscriberListView {
  rows: SubscriberRow[];
  next: string | null;
  counts: Record<SubscriberState, number>;
}
