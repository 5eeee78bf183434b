import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { trialPort } from '@/scripts/trial/ports';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.json': 'application/json',
  '.css': 'text/css',
};

async function fileFor(root: string, path: string): Promise<string | null> {
  for (const candidate of [join(root, path), join(root, path, 'index.html')]) {
    const found = await stat(candidate).catch(() => null);
    if (found?.isFile()) return candidate;
  }
  return null;
}

/** Files of a folder and nothing else, where nginx is not installed. */
export async function startStaticServer(root: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await trialPort();
  const server = createServer(async (request, response) => {
    const file = await fileFor(root, new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
