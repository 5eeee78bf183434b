import type { Pointing } from '@/lib/checks/queries/views';
import type { CheckState } from '@/lib/checks/schema';
import type { PointCheck, PointsInput } from './pointing';

type Missing = Pointing['notExamined'][number];

const why: Partial<Record<CheckState, string>> = {
  PENDING: 'not done yet',
  RUNNING: 'still running',
  SKIPPED: 'skipped',
  UNCLEAR: 'looked at, and unclear',
};

function ofChecks(checks: readonly PointCheck[]): Missing[] {
  return checks.flatMap((check) => {
    const reason = why[check.state];
    return reason ? [{ sentence: `${check.name}: ${reason}.`, checkId: check.id }] : [];
  });
}

/** What no check can look at, because the catalogue does not say where. */
function ofCatalogue({ services, checks }: PointsInput): Missing[] {
  const has = (test: (check: PointCheck) => boolean) => checks.some(test);
  return services
    .flatMap((service): string[] => {
      const mine = (aim: PointCheck['aim']) =>
        has((check) => check.aim === aim && check.serviceId === service.id);
      const unseen = service.servers.filter(
        (server) => !server.hasAddress && !has((check) => check.serverId === server.id),
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
export function notExamined(input: PointsInput): Missing[] {
  return [...ofChecks(input.checks), ...ofCatalogue(input)];
}
