import { spawn } from 'node:child_process';
import { Refusal } from '@/scripts/command';
import { projectRoot } from './project';

/** Runs a JavaScript program with this Node and keeps what it prints; shown only when it fails. */
export async function runProgram(args: string[], env: NodeJS.ProcessEnv, failed: string): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  const end = () => child.kill('SIGTERM');
  process.on('exit', end);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  process.off('exit', end);
  if (code !== 0) throw new Refusal(`${failed}\n\n${said.trim()}`);
}
