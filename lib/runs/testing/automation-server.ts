import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A call as an automation got it. */
export interface Taken {
  path: string;
  key: string;
  signed: boolean;
  action: string;
  input: Record<string, unknown>;
  mode: string;
  attempt: number;
  callback: { url: string; until: string } | null;
}

type Behaviour = (taken: Taken, response: ServerResponse) => void;

export function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const done: Behaviour = (taken, response) => {
  if (taken.callback) answer(response, 202, { state: 'accepted' });
  else answer(response, 200, { state: 'done', sentence: `${taken.action} is done.` });
};

interface Body {
  data: Pick<Taken, 'action' | 'input' | 'attempt' | 'callback'> & { run: { mode: string } };
}

/** A real automation on loopback that counts what it was told, and behaves by action as a test wants. */
export class AutomationServer {
  readonly taken: Taken[] = [];
  /** By path, as each endpoint has its own. */
  readonly secrets = new Map<string, string>();
  readonly behaviours = new Map<string, Behaviour>();
  private readonly server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const { action, input, attempt, callback, run } = (JSON.parse(text) as Body).data;
    const path = request.url ?? '';
    const headers = request.headers as Record<string, string>;
    const key = headers['webhook-id'] ?? '';
    const signed = this.verified(path, text, headers);
    const taken = { path, key, signed, action, input, attempt, callback, mode: run.mode };
    this.taken.push(taken);
    (this.behaviours.get(action) ?? done)(taken, response);
  });
  port = 0;

  async start(port = 0): Promise<this> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  private verified(path: string, text: string, headers: Record<string, string>): boolean {
    try {
      new Webhook(this.secrets.get(path) ?? '').verify(text, headers);
      return true;
    } catch {
      return false;
    }
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  calls(action: string): Taken[] {
    return this.taken.filter((taken) => taken.action === action);
  }

  /** The request with which it calls back, signed with its own secret or another. */
  callBack(taken: Taken, body: object | string, secret = this.secrets.get(taken.path) ?? ''): Request {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const at = new Date();
    const id = `callback_${taken.key}`;
    return new Request(taken.callback?.url ?? 'http://nowhere.invalid', {
      method: 'POST',
      body: text,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, text),
      },
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
