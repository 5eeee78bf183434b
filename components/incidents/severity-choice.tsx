import { SeverityMark } from '@/components/severity/severity-mark';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { type Severity, severities, severityLabel, severityMeaning } from '@/lib/severity/schema';

interface SeverityChoiceProps {
  legend?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  value: Severity | null;
  onChange: (severity: Severity) => void;
  /** Slow as a whole, rather than parts missing: asked for Severe only. */
  slow: boolean;
  onSlow: (slow: boolean) => void;
}

/** The four severities, each with its meaning. */
export function SeverityChoice(props: SeverityChoiceProps) {
  const { legend = 'Severity', hint, error, value, onChange, slow, onSlow } = props;
  return (
    <>
      <ChoiceGroup name="severity" legend={legend} hint={hint} error={error} layout="grid">
        {severities.map((severity) => (
          <Choice
            key={severity}
            type="radio"
            name="severity"
            value={severity}
            label={severityLabel[severity]}
            description={severityMeaning[severity]}
            mark={<SeverityMark severity={severity} size="lg" />}
            checked={value === severity}
            onChange={() => onChange(severity)}
          />
        ))}
      </ChoiceGroup>
      {value === 'SEVERE' ? (
        <ChoiceGroup name="slow" legend="Which of the two?" layout="row">
          <Choice
            type="radio"
            name="slow"
            label="Parts are not available"
            checked={!slow}
            onChange={() => onSlow(false)}
          />
          <Choice
            type="radio"
            name="slow"
            label="Slow as a whole"
            checked={slow}
            onChange={() => onSlow(true)}
          />
        </ChoiceGroup>
      ) : null}
    </>
  );
}
