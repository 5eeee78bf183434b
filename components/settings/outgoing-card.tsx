import { Card, CardHeader } from '@/components/ui/card';
import type { SummaryError } from '@/components/ui/error-summary';
import { TextAreaField } from '@/components/ui/text-field';

const name = 'outgoing.allow';

/** One entry a line; empty lines are none. */
export function allowedLines(form: FormData): string[] {
  return String(form.get(name) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A refusal of one entry names its line and leads to the field that holds them all. */
export function refusalOfLine(refusal: SummaryError): SummaryError {
  const [, place] = /^outgoing\.allow\.(\d+)$/.exec(refusal.field ?? '') ?? [];
  return place === undefined
    ? refusal
    : { field: name, message: `Outgoing calls, line ${Number(place) + 1}: ${refusal.message}` };
}

interface OutgoingCardProps {
  allow: string[];
  disabled: boolean;
  refusals: readonly SummaryError[];
}

/** Where checks, monitors, suites and automation may call on private networks. */
export function OutgoingCard({ allow, disabled, refusals }: OutgoingCardProps) {
  return (
    <Card>
      <CardHeader title="Outgoing calls" meta="of checks, monitors, suites and automation" />
      <div className="pad">
        <TextAreaField
          label="Private addresses that Standby may call"
          name={name}
          optional
          rows={Math.min(14, Math.max(4, allow.length + 1))}
          className="mono"
          spellCheck={false}
          defaultValue={allow.join('\n')}
          disabled={disabled}
          hint="One a line: 10.0.0.0/8, 127.0.0.1:4101 or 127.0.0.0/8:4100-4199. Public addresses need no entry; addresses where machines keep their secrets are never called."
          error={refusals.find(({ field }) => field === name)?.message}
        />
      </div>
    </Card>
  );
}
