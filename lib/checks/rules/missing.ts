import type { CheckState } from '@/lib/checks/schema';
import type { Look, Pointing, PointsInput } from './pointing';

type Missing = Pointing['notLookedAt'][number];

const why: Partial<Record<CheckState, string>> = {
  PENDING: 'not done yet',
  RUNNING: 'still running',
  SKIPPED: 'skipped',
  UNCLEAR: 'looked at, and unclear',
};

function ofChecks(looks: readonly Look[]): Missing[] {
  return looks.flatMap((look) => {
    const reason = why[look.state];
    return reason ? [{ sentence: `${look.name}: ${reason}.`, checkId: look.id }] : [];
  });
}

/** What no check can look at, because the catalogue does not say where. */
function ofCatalogue({ services, looks }: PointsInput): Missing[] {
  const has = (test: (look: Look) => boolean) => looks.some(test);
  return services
    .flatMap((service): string[] => {
      const mine = (aim: Look['aim']) => has((look) => look.aim === aim && look.serviceId === service.id);
      const unseen = service.servers.filter(
        (server) => !server.hasAddress && !has((look) => look.serverId === server.id),
      );
      return [
        ...(service.hasAddress || mine('ANSWER')
          ? []
          : [`${service.name} has no public address in the catalogue, so nobody looked at it as users do.`]),
        ...(service.hasSuite || mine('KNOWN_GOOD')
          ? []
          : [`${service.name} has no verification suite with a baseline, so its answers were not compared.`]),
        ...(service.servers.length > 0 ? [] : [`${service.name} has no servers in the catalogue.`]),
        ...unseen.map((server) => `${server.name} has no address with a port in the catalogue.`),
      ];
    })
    .map((sentence) => ({ sentence, checkId: null }));
}

/** Everything that nobody has seen, so that it is not taken for well. */
export function notLookedAt(input: PointsInput): Missing[] {
  return [...ofChecks(input.looks), ...ofCatalogue(input)];
}
