import type { FieldErrors, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { ServiceView, serviceInputSchema } from '@/lib/services/schema';

export type ServiceFormValues = z.input<typeof serviceInputSchema>;
export type ServiceFormApi = UseFormReturn<ServiceFormValues, unknown, z.output<typeof serviceInputSchema>>;

export function valuesOf(service?: ServiceView): ServiceFormValues {
  if (!service) return { name: '', slug: '', servers: [], dependsOn: [], contacts: [] };
  return {
    ...service,
    ownerId: service.owner?.id ?? null,
    servers: service.serverList.map(({ id: _, ...server }) => server),
    dependsOn: service.dependsOn.map(({ id, note }) => ({ serviceId: id, note })),
  };
}

/** A short name from a name: "Case Records" → "case-records". */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}

/** The refusals of the form itself, flattened for the summary. */
export function localErrors(errors: FieldErrors, path = ''): { field: string; message: string }[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const field = path ? `${path}.${name}` : name;
    if (!error || typeof error !== 'object' || name === 'ref') return [];
    if ('message' in error && typeof error.message === 'string') return [{ field, message: error.message }];
    return localErrors(error as FieldErrors, field);
  });
}

/** What an empty field means. */
export const empty = (value: unknown) => (value === '' || value === undefined ? null : value);
export const wholeNumber = (value: unknown) =>
  value === '' || value === null || value === undefined ? null : Number(value);
