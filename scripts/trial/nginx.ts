import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOrNull } from './http';
import { trialPort } from './ports';
import { waitFor } from './wait';

export interface Nginx {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/** One worker, as the product has one process; `server` are the directives inside the server block. */
function configuration(folder: string, port: number, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=1000;
  server_tokens off;
  etag on;
  types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg;
    application/rss+xml rss; application/atom+xml atom; font/woff2 woff2; }
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  server {
    listen 127.0.0.1:${port} backlog=2048;
${server}
  }
}
`;
}

/** nginx on a port of its own, in the foreground, so that it ends with its process. */
export async function startNginx(parent: string, server: string): Promise<Nginx> {
  const folder = join(parent, 'nginx');
  mkdirSync(folder, { recursive: true });
  const port = await trialPort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, server));
  const child: ChildProcess = spawn('nginx', ['-p', folder, '-c', file], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitFor('nginx to answer', () => askOrNull(url), 10_000);
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
