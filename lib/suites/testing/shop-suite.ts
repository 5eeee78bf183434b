import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { createService } from '@/lib/services/commands/create';
import { addCase } from '@/lib/suites/commands/add-case';
import { createSuite } from '@/lib/suites/commands/create';
import type { CaseInput } from '@/lib/suites/rules/case';

type Case = Pick<CaseInput, 'name' | 'request'> & Partial<CaseInput>;

/** A suite of a new service with these cases, in order. */
export async function suiteWith(...cases: Case[]) {
  const name = `Shop ${newId()}`;
  const service = await createService(cliContext(), { name, slug: newId() });
  const suite = await createSuite(cliContext(), { serviceId: service.id, name: 'What customers do' });
  const caseIds: string[] = [];
  for (const one of cases) caseIds.push((await addCase(cliContext(), { suiteId: suite.id, ...one })).id);
  return { suiteId: suite.id, serviceId: service.id, caseIds };
}

/** A request of a case, by its path. */
export const get = (path: string): Case => ({ name: `Look at ${path}`, request: { kind: 'HTTP', path } });
