import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveVariables, variablesIn } from './variables';

const variables = [
  { name: 'front', live: 'http://front:80', drill: 'http://rehearsal:80' },
  { name: 'to', live: 'shop-2', drill: '{{front}}' },
];

test('strings at any depth get the value of the mode, everything else stays', () => {
  const step = { url: '{{front}}/health', list: ['{{ to }}', 3, null], keep: { yes: true } };
  expect(resolveVariables(step, variables, 'LIVE')).toEqual({
    ok: true,
    value: { url: 'http://front:80/health', list: ['shop-2', 3, null], keep: { yes: true } },
  });
});

test('a value that looks like a variable is not looked through again', () => {
  expect(resolveVariables('{{to}}', variables, 'DRILL')).toEqual({ ok: true, value: '{{front}}' });
});

test('unknown variables are a sentence', () => {
  expect(resolveVariables({ a: '{{back}}', b: '{{Front}}' }, variables, 'LIVE')).toEqual({
    ok: false,
    unknown: ['back', 'Front'],
    reason: 'The variables {{back}}, {{Front}} are not known in this plan.',
  });
});

test('without variables in it, any value comes back equal, and none is left in a resolved one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const resolved = resolveVariables(value, variables, 'DRILL');
      if (variablesIn(value).length === 0) expect(resolved).toEqual({ ok: true, value });
      else expect(resolved.ok).toBe(false);
    }),
  );
});
