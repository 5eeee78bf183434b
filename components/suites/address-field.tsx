import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { TextField } from '@/components/ui/text-field';

interface AddressFieldProps {
  known: readonly string[];
  hint: string;
  error?: string | undefined;
}

/** An address, typed or taken from those it was used with before. */
export function AddressField({ known, hint, error }: AddressFieldProps) {
  return (
    <>
      {known.length > 0 ? (
        <ChoiceGroup name="known" legend="Used before">
          {known.map((address, place) => (
            <Choice
              key={address}
              type="radio"
              name="known"
              value={address}
              label={<span className="mono">{address}</span>}
              defaultChecked={place === 0}
            />
          ))}
        </ChoiceGroup>
      ) : null}
      <TextField
        label={known.length > 0 ? 'Another address' : 'Address'}
        name="address"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        optional={known.length > 0}
        placeholder="https://shop-2.example.org"
        hint={hint}
        error={error}
      />
    </>
  );
}

/** What was typed, or else what was chosen. */
export function addressOf(form: FormData): string {
  return String(form.get('address') ?? '').trim() || String(form.get('known') ?? '');
}
