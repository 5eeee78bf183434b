import { once } from 'node:events';
import { createServer } from 'node:net';
import { Refusal } from '@/scripts/command';

/** Tries the address at once, so that nobody waits for a build only to hear that the port is taken. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ port, host, exclusive: true });
    await once(probe, 'listening');
  } catch (error) {
    throw new Refusal(sentence((error as NodeJS.ErrnoException).code, host, port));
  }
  probe.close();
  await once(probe, 'close');
}

function sentence(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is taken by another program. Stop that, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `You may not open port ${port}: ports below 1024 are for root. Set PORT to another.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST is “${host}”, which is not an address of this machine. Leave it out for 127.0.0.1, or set 0.0.0.0 for all.`;
  }
  return `Port ${port} of ${host} cannot be opened (${code}). Set PORT or HOST to something else.`;
}
