import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cliContext } from '@/lib/platform/context';
import { createService } from '@/lib/services/commands/create';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';

type Answer = (response: ServerResponse) => void;

/** A server on the loopback address whose answer a test changes as it goes. */
class SmallServer {
  answer: Answer = (response) => void response.writeHead(200).end('{"status":"ok"}');

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(): Promise<SmallServer> {
    const server = createServer((_, response) => small.answer(response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const small = new SmallServer(server, (server.address() as AddressInfo).port);
    return small;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  says(body: object, status = 200): void {
    this.answer = (response) => void response.writeHead(status).end(JSON.stringify(body));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export interface SmallFleet {
  serviceId: string;
  front: SmallServer;
  first: SmallServer;
  second: SmallServer;
  stop: () => Promise<void>;
}

/** A front address and two shops behind it, in the catalogue and on the list of outgoing calls. */
export async function startFleet(slug: string): Promise<SmallFleet> {
  const [front, first, second] = [
    await SmallServer.start(),
    await SmallServer.start(),
    await SmallServer.start(),
  ];
  const healthy = { status: 'ok', lagSeconds: 0, disk: { freePercent: 90 } };
  for (const server of [first, second]) server.says(healthy);
  const { version } = await settingsInForce();
  const allow = ['127.0.0.0/8'];
  await changeSettings(cliContext(), { version, reason: 'Servers of this test', outgoing: { allow } }).catch(
    () => undefined,
  );
  const { id: serviceId } = await createService(cliContext(), {
    name: slug === 'shop' ? 'Shop' : slug,
    slug,
    publicAddress: front.address,
    servers: [
      { name: `${slug}-1`, role: 'PRIMARY', address: first.address },
      { name: `${slug}-2`, role: 'SECONDARY', address: second.address },
      { name: `${slug}-front`, role: 'CLUSTER_MEMBER', address: front.address },
    ],
  });
  return {
    serviceId,
    front,
    first,
    second,
    stop: async () => void (await Promise.all([front.stop(), first.stop(), second.stop()])),
  };
}
