import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@/scripts/start/project';
import { askOrNull } from './http';
import { trialPort } from './ports';
import type { Trial } from './trial';
import { waitFor } from './wait';

/** A folder that shows another one, but for the names that are made anew in it. */
function mirror(from: string, to: string, except: readonly string[]): void {
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (!except.includes(name)) symlinkSync(join(from, name), join(to, name));
}

/** The build without what is said of its proxy. @returns the folder to start Next in */
function withoutProxy(folder: string): string {
  const root = join(folder, 'without-proxy');
  const build = '.next';
  const server = join(build, 'server');
  mirror(projectRoot, root, [build]);
  mirror(join(projectRoot, build), join(root, build), ['server']);
  const manifests = ['middleware-manifest.json', 'functions-config-manifest.json'];
  mirror(join(projectRoot, server), join(root, server), manifests);
  for (const name of manifests) {
    const manifest = JSON.parse(readFileSync(join(projectRoot, server, name), 'utf8'));
    delete manifest.middleware?.['/'];
    delete manifest.functions?.['/_middleware'];
    writeFileSync(join(root, server, name), JSON.stringify(manifest));
  }
  return root;
}

/** Next alone, with neither our server nor its proxy in front. @returns its address */
export async function startNextWithoutProxy(trial: Trial, environment: NodeJS.ProcessEnv): Promise<string> {
  const port = String(await trialPort());
  const next = join(projectRoot, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'start', '-p', port, '-H', '127.0.0.1'], {
    cwd: withoutProxy(trial.folder),
    env: { ...environment, PORT: port },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  trial.cleanUp(() => void child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  await waitFor('Next to start', async () => (await askOrNull(`${url}/sign-in`))?.status === 200);
  return url;
}
