import { createServer, type Server } from 'node:net';
import { insertRow } from '@/lib/platform/testing/rows';
import { closedPort } from './servers';

/**
 * Four monitors of a service, from whose targets nothing comes.
 * @returns `sees` lets one of them be reached again
 */
export async function blinded(serviceId: string): Promise<{ sees: () => Promise<void>; stop: () => void }> {
  const ports = [await closedPort(), await closedPort(), await closedPort(), await closedPort()];
  for (const port of ports) {
    const config = { kind: 'TCP', host: '127.0.0.1', port, timeoutMs: 1_000 };
    const row = { service_id: serviceId, name: `Port ${port}`, kind: 'TCP', config: JSON.stringify(config) };
    await insertRow('monitor', row);
  }
  const server: Server = createServer();
  return {
    sees: () => new Promise((listens) => server.listen(ports[0], '127.0.0.1', listens)),
    stop: () => void server.close(),
  };
}
