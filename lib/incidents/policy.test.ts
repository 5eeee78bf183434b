import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { incidentPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(incidentPolicy)).toEqual([
    '                          Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'incident.declare          .   .   .   .   .   x   x   .   .   .   x   key',
    'incident.read             .   .   .   .   o   x   x   x   .   x   x   key',
    'incident.list             .   .   .   .   o   x   x   x   .   .   x   key',
    'incident.note             .   .   .   .   o   x   x   .   .   .   .   key',
    'incident.advance          .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.regrade          .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.resolve          .   .   .   .   .   x   x   .   .   .   x   key',
    'incident.close            .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.reopen           .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.assignRole       .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.endRole          .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.promise          .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.setServiceStatus .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.addService       .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.removeService    .   .   .   .   .   x   x   .   .   .   .   key',
    'incident.setVisibility    .   .   .   .   .   x   x   .   .   .   .   key',
  ]);
});
