import { expect, test } from 'vitest';
import { listIncidentsInput } from '@/lib/incidents/schema';
import { addressOf, readAddress } from '@/lib/platform/rules/address';
import { isNarrowed, toggleSeverity } from './list-filter';

test('the address of the list says what narrows it, and nothing that is not understood', () => {
  const filter = readAddress(listIncidentsInput, {
    scope: 'ever',
    severity: 'CRITICAL,SEVERE',
    text: [' a'],
  });
  expect(addressOf('/incidents', listIncidentsInput, filter)).toBe('/incidents?severity=CRITICAL%2CSEVERE');
  expect(isNarrowed(filter)).toBe(true);
  expect(isNarrowed(readAddress(listIncidentsInput, { scope: 'all', severity: 'NONE' }))).toBe(false);
});

test('severities are switched one by one', () => {
  expect(toggleSeverity('', 'SEVERE')).toBe('SEVERE');
  expect(toggleSeverity('SEVERE', 'CRITICAL')).toBe('CRITICAL,SEVERE');
  expect(toggleSeverity('CRITICAL,SEVERE', 'SEVERE')).toBe('CRITICAL');
  expect(toggleSeverity('CRITICAL,SEVERE,MODERATE', 'TRIVIAL')).toBe('');
});
