import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { reportPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(reportPolicy)).toEqual([
    '                    Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'report.file         x   .   .   x   x   x   x   x   .   x   x   key',
    'report.fileForOther .   .   .   .   .   x   x   .   .   .   .   key',
    'report.read         .   o   .   o   o   x   x   x   .   x   .   key',
    'report.list         .   .   .   o   o   x   x   x   .   .   .   key',
    'report.attach       .   o   .   o   o   x   x   o   .   .   .   key',
    'report.reply        .   o   .   o   o   o   o   o   .   x   .   -',
    'report.answer       .   .   .   .   .   x   x   .   .   .   .   key',
    'report.ask          .   .   .   .   .   x   x   .   .   .   .   key',
    'report.decline      .   .   .   .   .   x   x   .   .   .   .   key',
    'report.link         .   .   .   .   .   x   x   .   .   .   .   key',
    'report.confirm      .   o   .   o   o   x   x   o   .   .   .   -',
    'report.correct      .   o   .   o   o   o   o   o   .   .   .   -',
    'report.markRead     .   o   .   o   o   x   x   o   .   .   .   -',
    'report.release      .   o   .   .   .   x   x   .   .   .   .   -',
    'report.mailLink     x   x   .   x   x   x   x   x   .   .   .   -',
    'triage.read         .   .   .   .   .   x   x   x   .   .   .   key',
    'triage.claim        .   .   .   .   .   x   x   .   .   .   .   -',
  ]);
});
