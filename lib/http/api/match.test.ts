import { expect, test } from 'vitest';
import { matcher } from './match';

const match = matcher({
  'GET /runs': 'list',
  'POST /runs': 'start',
  'GET /runs/plans': 'plans',
  'GET /runs/:ref': 'read',
  'POST /runs/:ref/steps/:stepId/skip': 'skip',
  'DELETE /members/invitations/:id': 'withdraw',
  'GET /members/:memberId/sessions': 'sessions',
});

test.each([
  ['GET', '/runs', { row: 'list', params: {} }],
  ['GET', '/runs/plans', { row: 'plans', params: {} }],
  ['GET', '/runs/SO-3', { row: 'read', params: { ref: 'SO-3' } }],
  ['GET', '/runs/a%20b', { row: 'read', params: { ref: 'a b' } }],
  ['POST', '/runs/SO-3/steps/s1/skip', { row: 'skip', params: { ref: 'SO-3', stepId: 's1' } }],
  ['DELETE', '/members/invitations/7', { row: 'withdraw', params: { id: '7' } }],
  ['GET', '/members/invitations/sessions', { allow: ['DELETE'] }],
  ['GET', '/members/7/sessions', { row: 'sessions', params: { memberId: '7' } }],
  ['DELETE', '/runs', { allow: ['GET', 'POST'] }],
  ['POST', '/runs/plans', { allow: ['GET'] }],
  ['GET', '/runs/', null],
  ['GET', '/runs/SO-3/steps', null],
  ['GET', '/nothing', null],
  ['GET', '', null],
  ['GET', '/runs/%zz', null],
])('%s %s', (method, path, expected) => {
  expect(match(method, path)).toEqual(expected);
});
