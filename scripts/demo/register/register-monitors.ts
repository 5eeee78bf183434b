import { db } from '@/lib/database/db';
import { createMonitor } from '@/lib/monitors/commands/create';
import { editMonitor } from '@/lib/monitors/commands/edit';
import type { MonitorFields } from '@/lib/monitors/schema';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { probeSchema } from '@/lib/probes/rules/probe';
import { actingAs } from './acting';
import type { FleetAddresses } from './addresses';
import { shopSlug } from './shop-service';

/** Slower than this, customers notice. Milliseconds; a shop that is broken by `slow` takes longer. */
const maxMs = 3_000;

function shopMonitors({ live }: FleetAddresses): MonitorFields[] {
  const probe = (path: string, values: Record<string, string | number>): MonitorFields['probe'] => ({
    kind: 'HTTP',
    request: { url: `${live.front}${path}` },
    expect: {
      status: [200],
      json: Object.entries(values).map(([key, equals]) => ({ path: key, equals })),
      maxMs,
    },
    timeoutMs: 10_000,
  });
  const often = { intervalSeconds: 15, confirmations: 2 };
  return [
    {
      name: 'The shop says that it is well',
      probe: probe('/health', { status: 'ok' }),
      ...often,
      raisesReports: true,
    },
    // Wrong data is for a person to report: this one only shows since when.
    {
      name: 'An item as it should be',
      probe: probe('/items/57', { priceCents: 4_332 }),
      ...often,
      raisesReports: false,
    },
  ];
}

/** Two monitors of the shop as users reach it. Those that are there keep everything but an address that has changed. */
export async function registerMonitors(serviceId: string, fleet: FleetAddresses): Promise<void> {
  const ctx = await actingAs('mei');
  for (const monitor of shopMonitors(fleet)) {
    const found = await db().monitor.findUnique({
      where: { serviceId_name: { serviceId, name: monitor.name } },
      select: {
        id: true,
        version: true,
        config: true,
        intervalSeconds: true,
        confirmations: true,
        raisesReports: true,
        archivedAt: true,
      },
    });
    if (!found) await createMonitor(ctx, { service: shopSlug, ...monitor });
    else if (!found.archivedAt) {
      const before = probeSchema.safeParse(found.config);
      const after = probeSchema.parse(monitor.probe);
      if (before.success && canonicalJson(before.data) === canonicalJson(after)) continue;
      const { id, version, intervalSeconds, confirmations, raisesReports } = found;
      const kept = { name: monitor.name, intervalSeconds, confirmations, raisesReports };
      await editMonitor(ctx, { monitorId: id, version, ...kept, probe: monitor.probe });
    }
  }
}
