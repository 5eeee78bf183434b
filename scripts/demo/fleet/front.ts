import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { sendJson } from './plain-http';

const patienceMs = 30_000;

/** The address that users have: hands every request to the shop that serves now and says which one that is. */
export function createFront(serving: () => { name: string; port: number }): Server {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return createServer((incoming, outgoing) => pass(incoming, outgoing, serving(), agent));
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  shop: { name: string; port: number },
  agent: Agent,
): void {
  const served = { 'x-served-by': shop.name };
  const onward = request(
    {
      host: '127.0.0.1',
      port: shop.port,
      agent,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, host: `127.0.0.1:${shop.port}` },
      timeout: patienceMs,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...served });
      answer.pipe(outgoing);
    },
  );
  onward.on('timeout', () => onward.destroy(new Error(`no answer within ${patienceMs / 1000} s`)));
  onward.on('error', (error) => {
    if (outgoing.headersSent) return outgoing.destroy();
    sendJson(
      outgoing,
      502,
      { error: `The front address cannot reach ${shop.name}: ${error.message}` },
      served,
    );
  });
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
