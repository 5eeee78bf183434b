/** The page of a plan. */
export function planHref(plan: { id: string; service: { slug: string } }) {
  return `/services/${plan.service.slug}/plans/${plan.id}` as const;
}
