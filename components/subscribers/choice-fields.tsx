import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { SelectField } from '@/components/ui/text-field';
import { t } from '@/lib/language/catalogue';
import { fromSeverity, severities } from '@/lib/severity/schema';
import type { ServiceChoice } from '@/lib/subscribers/queries/views';
import type { TypedChoices } from '@/lib/subscribers/rules/form';

interface ChoiceFieldsProps {
  typed: TypedChoices;
  services: ServiceChoice[];
  error?: string | undefined;
}

const levels = [...severities].reverse().map((severity) => ({
  value: severity,
  label: severity === 'TRIVIAL' ? t('subscribe.severity.all') : fromSeverity(severity),
}));

/** What somebody wants to be told about. Usable before any script arrives, so nothing appears or hides by one. */
export function ChoiceFields({ typed, services, error }: ChoiceFieldsProps) {
  return (
    <>
      {services.length > 0 ? (
        <ChoiceGroup
          name="services"
          legend={t('subscribe.services')}
          hint={t('subscribe.none')}
          error={error}
          layout="grid"
        >
          {services.map(({ slug, name }) => (
            <Choice
              key={slug}
              type="checkbox"
              name="services"
              value={slug}
              label={name}
              defaultChecked={typed.services.includes(slug)}
            />
          ))}
        </ChoiceGroup>
      ) : null}
      <SelectField
        label={t('subscribe.severity')}
        name="minimumSeverity"
        options={levels}
        defaultValue={typed.minimumSeverity}
      />
    </>
  );
}
