import type { Standing } from './standing';

interface Made {
  id: string;
  slug: string;
}

export interface Filled {
  services: Made[];
  /** References of open public incidents. */
  incidents: string[];
}

const names = [
  ['Case Records', 'Practice'],
  ['Email', 'Office'],
  ['File Store', 'Office'],
  ['Search', 'Practice'],
  ['Phone System', 'Office'],
  ['Document Signing', 'Practice'],
  ['Time Sheets', 'Office'],
  ['Remote Access', 'Network'],
  ['Printing', 'Office'],
  ['Website', 'Network'],
] as const;

const troubles = [
  ['Case Records does not open', 'CRITICAL'],
  ['Files open slowly', 'SEVERE'],
  ['Search misses new records', 'MODERATE'],
] as const;

/** Ten services and three open incidents with an update each, all by the API. */
export async function fill(standing: Standing): Promise<Filled> {
  const services: Made[] = [];
  for (const [name, group] of names) {
    const slug = name.toLowerCase().replaceAll(' ', '-');
    const tier = services.length < 3 ? 1 : 3;
    services.push(await standing.api<Made>('/api/v1/services', { name, slug, group, tier }));
  }
  const incidents: string[] = [];
  for (const [index, [title, severity]] of troubles.entries()) {
    const { ref } = await standing.api<{ ref: string }>('/api/v1/incidents', {
      title,
      severity,
      services: [{ serviceId: services[index]?.id }],
      update: {
        audience: 'PUBLIC',
        text: `We are looking into it. **${title}** for about half of the practice; the phones work.`,
        next: { minutes: 30 },
      },
    });
    incidents.push(ref);
  }
  return { services, incidents };
}
