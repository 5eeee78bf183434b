import type { SearchParams } from '@/lib/platform/rules/address';
import { severitySchema } from '@/lib/severity/schema';
import type { Choices } from '@/lib/subscribers/schema';

const inOrder = (services: readonly string[]) => [...new Set(services)].sort().join(' ');

/** Whether both are told the same, in whatever order services were named. */
export function isSameChoice(one: Choices, other: Choices): boolean {
  return one.minimumSeverity === other.minimumSeverity && inOrder(one.services) === inOrder(other.services);
}

/** Choices in the address of a page: `severity=SEVERE&service=search`. */
export function choicesQuery({ services, minimumSeverity }: Choices): string {
  const pairs = [['severity', minimumSeverity], ...services.map((slug) => ['service', slug])];
  return new URLSearchParams(pairs).toString();
}

/** What the address of a page says of them; null when it says nothing of use. */
export function choicesIn({ service, severity }: SearchParams): Choices | null {
  const minimumSeverity = severitySchema.safeParse(severity);
  return minimumSeverity.success
    ? { services: [service ?? []].flat(), minimumSeverity: minimumSeverity.data }
    : null;
}
