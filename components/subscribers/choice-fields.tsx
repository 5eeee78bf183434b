import { ServiceChoices } from '@/components/services/service-choices';
import { Choice } from '@/components/ui/choice';
import { FieldGroup } from '@/components/ui/field';
import { SelectField } from '@/components/ui/text-field';
import { t } from '@/lib/language/catalogue';
import { fromSeverity, severities } from '@/lib/severity/schema';
import type { ServiceChoice } from '@/lib/subscribers/queries/views';
import type { TypedChoices } from '@/lib/subscribers/rules/form';

interface ChoiceFieldsProps {
  /** Slugs that stood there before anything was typed; one that is not offered any more has no box. */
  asked: string[];
  typed: TypedChoices;
  services: ServiceChoice[];
  error?: string | undefined;
}

const levels = [...severities].reverse().map((severity) => ({
  value: severity,
  label: severity === 'TRIVIAL' ? t('subscribe.severity.all') : fromSeverity(severity),
}));

/** What somebody wants to be told about. Usable before any script arrives, so nothing appears or hides by one. */
export function ChoiceFields({ asked, typed, services, error }: ChoiceFieldsProps) {
  const isGone = asked.some((slug) => !services.some((one) => one.slug === slug));
  return (
    <>
      {services.length > 0 || isGone ? (
        <FieldGroup
          name="services"
          legend={t('subscribe.services')}
          hint={t(isGone ? 'subscribe.gone' : 'subscribe.none')}
          error={error}
        >
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
          >
            {isGone ? (
              <>
                <input type="hidden" name="gone" value="1" />
                <Choice
                  type="checkbox"
                  name="all"
                  value="1"
                  label={t('subscribe.all')}
                  defaultChecked={typed.all === true}
                />
              </>
            ) : null}
          </ServiceChoices>
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
