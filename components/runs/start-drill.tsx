'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, type Input } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { SelectField } from '@/components/ui/text-field';
import { capital } from '@/lib/language/words';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import type { DrillKind } from '@/lib/runs/schema';
import { OnlySaidNote } from './only-said-note';
import { kindName } from './run-words';

interface StartDrillProps {
  plans: readonly RecoveryPlanRow[];
  /** Chosen beforehand. */
  planId?: string;
  small?: boolean;
}

/** The button and what it asks. Without a published plan there is nothing to drill. */
export function StartDrill({ plans, planId, small }: StartDrillProps) {
  const canStart = useMemberActs().includes('run.start');
  const [open, setOpen] = useState(false);
  const ready = plans.filter(({ published }) => published !== null);
  if (!canStart || ready.length === 0) return null;
  return (
    <>
      <Button
        variant={small ? 'default' : 'primary'}
        size={small ? 'sm' : 'md'}
        icon="play"
        onClick={() => setOpen(true)}
      >
        {small ? 'Drill' : 'Start a drill'}
      </Button>
      {open ? <StartDrillDialog plans={ready} planId={planId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const kinds: { value: DrillKind; label: string; description: string }[] = [
  {
    value: 'TABLETOP',
    label: 'Tabletop',
    description: 'People talk the plan through. It finds gaps and gives no time.',
  },
  { value: 'FUNCTIONAL', label: 'Functional', description: 'Parts of it are really done, and timed.' },
  { value: 'FULL', label: 'Full', description: 'Everything is really done. It proves the objective best.' },
];

interface DialogProps {
  plans: RecoveryPlanRow[];
  planId: string | undefined;
  onClose: () => void;
}

function StartDrillDialog({ plans, planId, onClose }: DialogProps) {
  const router = useRouter();
  const act = useAct({
    touches: ['run', 'incident'],
    form: 'opened',
    call: (drill: Input<'POST /runs'>, { key }) => api('POST /runs', drill, { key }),
    onDone: ({ ref }) => {
      onClose();
      router.push(`/recovery/${ref}`);
    },
  });
  const [plan, setPlan] = useState(planId ?? plans[0]?.id ?? '');
  const [kind, setKind] = useState<DrillKind>('FULL');
  const known = plans.find(({ id }) => id === plan);
  return (
    <FormDialog
      title="Start a drill"
      description="It follows the version in force, on the machines that the plan names for drills."
      submit="Start the drill"
      cancel="Not now"
      act={act}
      onSubmit={() => act.run({ planId: plan, mode: 'DRILL', drillKind: kind, announces: false })}
      onClose={onClose}
    >
      <SelectField
        label="Which plan?"
        name="planId"
        value={plan}
        onChange={(event) => setPlan(event.target.value)}
        options={plans.map((one) => ({
          value: one.id,
          label: `${one.service.name}: ${one.name} (${kindName[one.kind].toLowerCase()})`,
        }))}
        hint={known ? `${capital(known.estimate.words)}.` : undefined}
      />
      <ChoiceGroup name="drillKind" legend="How far does it go?">
        {kinds.map(({ value, label, description }) => (
          <Choice
            key={value}
            type="radio"
            name="drillKind"
            label={label}
            description={description}
            checked={kind === value}
            onChange={() => setKind(value)}
          />
        ))}
      </ChoiceGroup>
      <OnlySaidNote plan={known} />
      <Note>
        Users notice nothing and are told nothing. A drill never calls the automation of a live run.
      </Note>
    </FormDialog>
  );
}
