import { ServiceChoices } from '@/components/services/service-choices';
import { Choice } from '@/components/ui/choice';
import { FieldGroup } from '@/components/ui/field';
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
        <FieldGroup name="services" legend={t('subscribe.services')} hint={t('subscribe.none')} error={error}>
          <ServiceChoices
            className="choices choices-grid"
            services={services.map(({ slug, name, description }) => ({
              slug,
              text: `${name} ${description}`,
              isChosen: typed.services.includes(slug),
              choice: (
                <Choice
                  type="checkbox"
                  name="services"
                  value={slug}
                  label={name}
                  description={description || undefined}
                  defaultChecked={typed.services.includes(slug)}
                />
              ),
            }))}
          />
        </FieldGroup>
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
