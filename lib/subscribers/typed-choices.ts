import { severitySchema } from '@/lib/severity/schema';
import type { TypedChoices } from './form-schema';

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What a form about a subscription holds. An unticked box is not sent at all. */
export function typedChoices(form: FormData): TypedChoices {
  const severity = severitySchema.safeParse(text(form, 'minimumSeverity'));
  return {
    email: text(form, 'email'),
    services: form.getAll('services').filter((slug) => typeof slug === 'string'),
    minimumSeverity: severity.success ? severity.data : 'TRIVIAL',
    wantsMaintenance: text(form, 'wantsMaintenance') === 'on',
  };
}
