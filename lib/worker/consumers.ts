import { checklistConsumer } from '@/lib/checks/checklist/consumer';
import { askUnseenAgain } from '@/lib/checks/running/ask-unseen-again';
import { deliveriesConsumer } from '@/lib/deliveries/consumer';
import { askManager } from '@/lib/incidents/roles/ask-manager';
import { raiseAlerts } from '@/lib/monitors/raise-alerts';
import type { Consumer } from '@/lib/platform/events/consumers';
import { startResponseClocks } from '@/lib/reports/response-clock';
import { releaseClosed } from '@/lib/resources/release-closed';
import { recoveryConsumer } from '@/lib/status/recovery-consumer';
import { recordSuggestions } from '@/lib/triage/record-suggestions';
import { startChecks } from './start-checks';
import { startDeliveries } from './start-deliveries';
import { startReplays } from './start-replays';

/** Everything that reacts to events. Order does not matter: each has its own cursor. */
export const consumers: Consumer[] = [
  startResponseClocks,
  askManager,
  releaseClosed,
  recordSuggestions,
  raiseAlerts,
  { ...checklistConsumer, afterBatch: startChecks },
  { ...askUnseenAgain, afterBatch: startChecks },
  recoveryConsumer,
  { ...deliveriesConsumer, afterBatch: startDeliveries },
  { name: 'suite-replays', handle: async () => {}, afterBatch: startReplays, fromNow: true },
];
