import { Note } from '@/components/ui/note';
import { listed } from '@/lib/language/words';
import { isolated } from '@/lib/platform/rules/isolate';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';

/** Which steps of a plan nothing will show, before somebody starts it. */
export function OnlySaidNote({ plan }: { plan: RecoveryPlanRow | undefined }) {
  if (!plan || plan.onlySaid.length === 0) return null;
  return (
    <Note tone="warn" title="Only somebody’s word">
      No probe shows that {listed(plan.onlySaid.map(isolated))} {plan.onlySaid.length === 1 ? 'was' : 'were'}{' '}
      done. Look there before you say so.
    </Note>
  );
}
