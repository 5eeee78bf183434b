import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importOverrides } from './import-rules';

/** The part of the Biome configuration that .biome.json extends. */
export function importRules(): string {
  return `${JSON.stringify({ overrides: importOverrides() })}\n`;
}

export const importRulesFile = join(import.meta.dirname, 'import-rules.json');

if (process.argv[1] === import.meta.filename) writeFileSync(importRulesFile, importRules());
