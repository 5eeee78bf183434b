import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '@/scripts/start/project';

interface ToolOptions {
  env?: Record<string, string>;
  /** Shows what the tool prints as it goes; else only when it fails. */
  live?: boolean;
}

/** Runs a program of node_modules (by its path there, or an absolute one) and answers whether it was content. */
export async function runTool(program: string, args: string[], options: ToolOptions = {}): Promise<boolean> {
  const isNative = program.startsWith('/');
  const command = isNative ? program : process.execPath;
  const child = spawn(command, isNative ? args : [join(projectRoot, 'node_modules', program), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...options.env },
    stdio: options.live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  const end = () => child.kill('SIGTERM');
  process.on('exit', end);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      said.push(Buffer.from(error.message));
      resolve(1);
    });
    child.on('close', resolve);
  });
  process.off('exit', end);
  if (code !== 0 && !options.live)
    process.stdout.write(`${Buffer.concat(said).toString('utf8').trimEnd()}\n`);
  return code === 0;
}
