import { Button } from './button';
import { TextAreaField } from './text-field';

interface UnsentTextProps {
  label: string;
  text: string;
  onForget: () => void;
}

/** What somebody wrote for an act that is no longer open, because another one was faster: still there to be copied. */
export function UnsentText({ label, text, onForget }: UnsentTextProps) {
  if (!text) return null;
  return (
    <div className="mt-3">
      <TextAreaField
        label={label}
        name="unsent"
        hint="It was not sent. Copy what is still of use."
        value={text}
        readOnly
      />
      <Button size="sm" onClick={onForget}>
        Throw it away
      </Button>
    </div>
  );
}
