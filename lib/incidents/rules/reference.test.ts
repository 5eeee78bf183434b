import { expect, test } from 'vitest';
import { incidentReference, parseIncidentReference } from './reference';

test('a number has one reference', () => {
  expect(incidentReference(2041)).toBe('INC-2041');
  for (const typed of ['INC-2041', 'inc-2041', 'INC 2041', 'inc2041', ' 2041 ', 'INC-002041', 'INC–2041']) {
    expect(parseIncidentReference(typed)).toBe('INC-2041');
  }
});

test('anything else is no reference', () => {
  for (const typed of [
    '',
    'INC-',
    'INC-0',
    'INC-20.41',
    'R-7K3M9Q',
    'INC-20410000000',
    '../INC-1',
    'INC-1\nx',
  ]) {
    expect(parseIncidentReference(typed)).toBeNull();
  }
});
