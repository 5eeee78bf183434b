import { expect, test } from 'vitest';
import type { SearchParams } from '@/lib/platform/rules/address';
import { choicesIn, choicesQuery, isSameChoice } from './choices';

/** As a page reads its address. */
function queryOf(search: string): SearchParams {
  const params = new URLSearchParams(search);
  const [first, ...others] = params.getAll('service');
  const service = first !== undefined && others.length > 0 ? [first, ...others] : first;
  return { service, severity: params.get('severity') ?? undefined };
}

test.each([[[]], [['search']], [['search', 'a&b=c', 'case records']]])(
  'a link says what it was made of (%j)',
  (services) => {
    const choices = { services, minimumSeverity: 'SEVERE' as const };
    expect(choicesIn(queryOf(choicesQuery(choices)))).toEqual(choices);
  },
);

test('a link that was cut off or changed says nothing', () => {
  for (const query of [{}, { service: 'search' }, { severity: 'WORST' }, { severity: ['SEVERE', 'TRIVIAL'] }])
    expect(choicesIn(query)).toBeNull();
});

test('choices are the same in whatever order their services are named', () => {
  const one = { services: ['a', 'b'], minimumSeverity: 'SEVERE' as const };
  expect(isSameChoice(one, { ...one, services: ['b', 'a', 'b'] })).toBe(true);
  expect(isSameChoice(one, { ...one, services: ['a'] })).toBe(false);
  expect(isSameChoice(one, { ...one, minimumSeverity: 'TRIVIAL' })).toBe(false);
});
