import { t } from '@/lib/language/catalogue';
import { AppError } from '@/lib/platform/errors';
import type { FormRefusal } from '@/lib/platform/rules/form-state';
import { type Severity, severitySchema } from '@/lib/severity/schema';

/** What was ticked and typed, so that nothing is lost, with JavaScript or without. */
export interface TypedChoices {
  email: string;
  /** Slugs; none means all services. */
  services: string[];
  /** Ticked where no tick does not mean it. */
  all?: boolean;
  minimumSeverity: Severity;
}

/** A form about a subscription between two renderings. */
export interface SubscriptionFormState extends FormRefusal {
  status: 'new' | 'refused' | 'done';
  typed: TypedChoices;
}

export type SubscriptionAction = (
  before: SubscriptionFormState,
  form: FormData,
) => Promise<SubscriptionFormState>;

export const untouchedChoices: TypedChoices = {
  email: '',
  services: [],
  minimumSeverity: 'TRIVIAL',
};

export function newSubscriptionForm(typed: TypedChoices = untouchedChoices): SubscriptionFormState {
  return { status: 'new', typed, errors: [], refusal: null };
}

const text = (form: FormData, name: string): string => {
  const value = form instanceof FormData ? form.get(name) : '';
  return typeof value === 'string' ? value : '';
};

/**
 * Where a service that was asked for has no box any more, no tick says nothing, and all services have a box of their own.
 * @throws AppError `invalid` when neither was chosen
 */
export function assertChosen(form: FormData): void {
  const { services, all } = typedChoices(form);
  if (text(form, 'gone') && !all && services.length === 0)
    throw new AppError('invalid', t('subscribe.gone.choose'), {
      fields: { services: [t('subscribe.gone.choose')] },
    });
}

/** What a form about a subscription holds. An unticked box is not sent at all. */
export function typedChoices(form: FormData): TypedChoices {
  const severity = severitySchema.safeParse(text(form, 'minimumSeverity'));
  const all = text(form, 'all') !== '';
  return {
    email: text(form, 'email'),
    services:
      form instanceof FormData && !all
        ? form.getAll('services').filter((slug) => typeof slug === 'string')
        : [],
    ...(all ? { all } : {}),
    minimumSeverity: severity.success ? severity.data : 'TRIVIAL',
  };
}
