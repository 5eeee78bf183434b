import type { Server } from 'node:http';

const sentences: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `port ${port} of ${host} is taken by another program. Set PORT to another.`,
  EACCES: (_host, port) => `port ${port} may not be opened by this user. Set PORT to 1024 or more.`,
  EADDRNOTAVAIL: (host) => `HOST is “${host}”, which is not an address of this machine.`,
};

/** @throws Error with a sentence that names the setting to change */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = sentences[error.code ?? '']?.(host, port);
      reject(sentence ? new Error(sentence) : error);
    });
    // A restart finds the connections of many clients waiting at once.
    server.listen({ host, port, backlog: 2_048 }, () => resolve());
  });
}
