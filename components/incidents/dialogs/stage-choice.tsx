'use client';

import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { type IncidentStage, incidentStageLabel } from '@/lib/incidents/schema';
import { publicStageWords } from '@/lib/updates/rules/public-stage';

interface StageChoiceProps {
  legend: string;
  stages: readonly IncidentStage[];
  value: IncidentStage;
  onChange: (stage: IncidentStage) => void;
  name: string;
  error: string | undefined;
}

/** Where an incident goes, each stage with the words that users read. */
export function StageChoice({ stages, value, onChange, ...group }: StageChoiceProps) {
  return (
    <ChoiceGroup {...group}>
      {stages.map((stage) => (
        <Choice
          key={stage}
          type="radio"
          name="to"
          label={incidentStageLabel[stage]}
          description={`Users read: ${publicStageWords(stage)}`}
          checked={value === stage}
          onChange={() => onChange(stage)}
        />
      ))}
    </ChoiceGroup>
  );
}
