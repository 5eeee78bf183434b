import { deliveriesConsumer } from '@/lib/deliveries/consumer';
import { askManager } from '@/lib/incidents/ask-manager';
import type { Consumer } from '@/lib/platform/consumers';
import { startResponseClocks } from '@/lib/reports/start-clock';
import { keepSuggestions } from '@/lib/triage/keep-suggestions';
import { startDeliveries } from './start-deliveries';

/** Everything that reacts to events. Order does not matter: each has its own cursor. */
export const consumers: Consumer[] = [
  startResponseClocks,
  askManager,
  keepSuggestions,
  { ...deliveriesConsumer, afterBatch: startDeliveries },
];
