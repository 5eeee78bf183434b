import { describe, expect, it } from 'vitest';
import { isNarrowed, readListFilter, toggleSeverity } from './list-filter';
import { listSearch } from './queries';

describe('the state of the list', () => {
  it('is its address, and what is not understood is left out', () => {
    const filter = readListFilter({ scope: 'everything', severity: 'CRITICAL,NONE', text: [' a'] });
    expect(filter).toEqual({ scope: 'open', severity: 'CRITICAL', service: '', text: '', after: '' });
    expect(listSearch(filter)).toBe('severity=CRITICAL');
    expect(isNarrowed(filter)).toBe(true);
    expect(listSearch(readListFilter({ scope: 'resolved', text: 'disk' }))).toBe('scope=resolved&text=disk');
    expect(isNarrowed(readListFilter({ scope: 'all' }))).toBe(false);
  });

  it('switches severities one by one', () => {
    expect(toggleSeverity('', 'SEVERE')).toBe('SEVERE');
    expect(toggleSeverity('SEVERE', 'CRITICAL')).toBe('CRITICAL,SEVERE');
    expect(toggleSeverity('CRITICAL,SEVERE', 'SEVERE')).toBe('CRITICAL');
    expect(toggleSeverity('CRITICAL,SEVERE,MODERATE', 'TRIVIAL')).toBe('');
  });
});
