import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@/scripts/command';
import { projectRoot, typescriptLoader } from './project';

/** Runs a TypeScript file of the project in a process of its own and answers its exit code. */
export async function runScript(entry: string, args: string[] = []): Promise<number> {
  if (!existsSync(join(projectRoot, entry))) throw new Refusal(`${entry} does not exist.`);
  const child = spawn(process.execPath, [...typescriptLoader, entry, ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  process.on('exit', end);
  const [code] = await once(child, 'exit');
  process.off('exit', end);
  return code ?? 1;
}
