import { afterEach, describe, expect, test } from 'vitest';
import { runTest, says } from './testing/says';
import { closedPort, closeServers, httpServer, nameServer, plainServer } from './testing/servers';

afterEach(closeServers);

describe('TCP', () => {
  test('tells whether anything listens', async () => {
    const port = await plainServer(() => {});
    const none = await closedPort();
    expect(await says({ kind: 'TCP', host: 'localhost', port })).toBe(
      `OK: localhost:${port} accepted a connection after a while.`,
    );
    expect(await says({ kind: 'TCP', host: '127.0.0.1', port: none })).toBe(
      `FAULT REFUSED: Nothing listens on 127.0.0.1:${none}: the connection was refused after a while.`,
    );
  });

  test('does not go where it may not, which is no fault of the target', async () => {
    expect(await says({ kind: 'TCP', host: '169.254.169.254', port: 80 })).toBe(
      'UNCLEAR FORBIDDEN: Standby did not call 169.254.169.254:80: link-local addresses are never called.',
    );
    expect(await says({ kind: 'TCP', host: '0x0a000001', port: 80 })).toContain(
      'UNCLEAR FORBIDDEN: Standby did not call 10.0.0.1:80',
    );
    expect(await says({ kind: 'TCP', host: 'a/b', port: 80 })).toBe(
      'UNCLEAR FORBIDDEN: “a/b” is neither a host name nor an address.',
    );
  });

  test('takes the next address of a name when the first does not accept', async () => {
    const port = await plainServer(() => {});
    const lookup = async () => ['127.0.0.2', '127.0.0.1'];
    const seen = await runTest({ kind: 'TCP', host: 'shop.example.org', port }, { lookup });
    expect(seen).toMatchObject({ outcome: 'OK', evidence: { address: '127.0.0.1', port } });
  });

  test('ends when its caller has no more use for it', async () => {
    const abort = new AbortController();
    const lookup = () => new Promise<string[]>(() => abort.abort());
    const probe = { kind: 'TCP', host: 'shop.example.org', port: 80 } as const;
    expect(await says(probe, { lookup, signal: abort.signal })).toBe(
      'UNCLEAR: The look was cancelled before there was an answer.',
    );
  });
});

describe('LATENCY', () => {
  test('takes the middle of some connections', async () => {
    const port = await plainServer(() => {});
    expect(await says({ kind: 'LATENCY', host: '127.0.0.1', port })).toBe(
      `OK: A connection to 127.0.0.1:${port} takes a while (the middle of 5), and none was lost.`,
    );
  });

  test('counts what was lost', async () => {
    const port = await plainServer(() => {});
    const meant = [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1']];
    const lossy = () => {
      let asked = 0;
      return { lookup: async () => meant[asked++ % 4] ?? [] };
    };
    const probe = { kind: 'LATENCY', host: 'shop.example.org', port, tries: 4 } as const;
    expect(await says(probe, lossy())).toBe(
      `FAULT LOSS: 1 of 4 connections to shop.example.org:${port} failed.`,
    );
    expect(await says({ ...probe, maxLoss: 0.25 }, lossy())).toContain('1 of 4 were lost.');
  });

  test('says why there was none', async () => {
    const port = await closedPort();
    expect(await says({ kind: 'LATENCY', host: '127.0.0.1', port })).toBe(
      `FAULT REFUSED: None of 5 connections to 127.0.0.1:${port} came about. ` +
        `Nothing listens on 127.0.0.1:${port}: the connection was refused after a while.`,
    );
  });
});

describe('HTTP', () => {
  const shop = () =>
    httpServer((request, response) => {
      if (request.url?.startsWith('/busy')) return response.writeHead(503).end('no');
      response.setHeader('content-type', 'application/json');
      response.end('{"status":"ok","items":[{"price":1250}],"lagSeconds":2.5}');
    });

  test('judges the status, in the words of a manager', async () => {
    const port = await shop();
    const url = `http://127.0.0.1:${port}`;
    const ask = (path: string, expect = {}) => says({ kind: 'HTTP', request: { url: url + path }, expect });
    expect(await ask('/health')).toBe('OK: GET /health answered 200 after a while.');
    expect(await ask('/busy?x=1')).toBe(
      'FAULT STATUS: GET /busy answered 503 after a while; 200 to 299 was expected.',
    );
    expect(await ask('/busy', { status: [200] })).toBe(
      'FAULT STATUS: GET /busy answered 503 after a while; 200 was expected.',
    );
    expect(await ask('/health', { status: [201, 202, 204] })).toContain('; 201, 202 or 204 was expected.');
    expect(await ask('/busy', { status: [503] })).toContain('OK');
  });

  test('judges what is in the answer', async () => {
    const url = `http://127.0.0.1:${await shop()}/health`;
    const ask = (expect: object) => says({ kind: 'HTTP', request: { url }, expect });
    expect(await ask({ text: 'ok', json: [{ path: '$.items[0].price', equals: 1250 }] })).toContain('OK');
    expect(await ask({ text: 'welcome' })).toBe(
      'FAULT CONTENT: GET /health answered 200 after a while, but “welcome” is not in the answer.',
    );
    expect(await ask({ json: [{ path: 'status', equals: 'ready' }] })).toBe(
      'FAULT CONTENT: GET /health answered 200 after a while, but status is “ok”; “ready” was expected.',
    );
    expect(await ask({ json: [{ path: 'items[1]', equals: null }] })).toBe(
      'FAULT CONTENT: GET /health answered 200 after a while, but it holds no items[1]; null was expected there.',
    );
    const plain = await httpServer((_, response) => response.end('<h1>'));
    const seen = await says({
      kind: 'HTTP',
      request: { url: `http://127.0.0.1:${plain}/` },
      expect: { json: [{ path: 'a', equals: 1 }] },
    });
    expect(seen).toBe('FAULT CONTENT: GET / answered 200 after a while, but not in JSON.');
  });

  test('reads an answer by its charset, and JSON behind a byte order mark', async () => {
    const port = await httpServer((request, response) => {
      const latin = request.url === '/latin';
      response.setHeader('content-type', latin ? 'text/html; charset=ISO-8859-1' : 'application/json');
      response.end(latin ? Buffer.from('Verfügbar', 'latin1') : '\ufeff{"status":"ok","lagSeconds":1}');
    });
    const request = (path: string) => ({ url: `http://127.0.0.1:${port}${path}` });
    const [latin, marked] = [request('/latin'), request('/marked')];
    expect(await says({ kind: 'HTTP', request: latin, expect: { text: 'Verfügbar' } })).toContain('OK');
    const json = [{ path: 'status', equals: 'ok' }];
    expect(await says({ kind: 'HTTP', request: marked, expect: { json } })).toContain('OK');
    const lag = { kind: 'REPLICATION_LAG', request: marked, path: 'lagSeconds', maxSeconds: 5 } as const;
    expect(await says(lag)).toContain('OK');
    const { evidence } = await runTest({ kind: 'HTTP', request: latin });
    expect(evidence).toMatchObject({ body: 'Verfügbar' });
  });

  test('keeps what was seen, within bounds', async () => {
    const port = await httpServer((_, response) => response.end('x'.repeat(100_000)));
    const { evidence } = await runTest({ kind: 'HTTP', request: { url: `http://127.0.0.1:${port}/` } });
    expect(evidence).toMatchObject({ status: 200, address: '127.0.0.1', bytes: 100_000 });
    expect(JSON.stringify(evidence).length).toBeLessThan(4_096);
  });

  test('has a limit for size and for time', async () => {
    const port = await httpServer((request, response) =>
      response.end(Buffer.alloc(request.url === '/big' ? 3_000_000 : 1)),
    );
    const ask = (path: string, expect = {}) =>
      says({ kind: 'HTTP', request: { url: `http://127.0.0.1:${port}${path}` }, expect });
    expect(await ask('/big')).toBe(
      'FAULT TOO_LARGE: GET /big answered 200 after a while with more than 2 MB; the rest was not read.',
    );
    const slow = await httpServer((_, response) => setTimeout(() => response.end(), 20));
    const request = { url: `http://127.0.0.1:${slow}/` };
    expect(await says({ kind: 'HTTP', request, expect: { maxMs: 10 } })).toBe(
      'FAULT SLOW: GET / answered 200 after a while; at most 10 ms was expected.',
    );
  });

  test('knows how far a copy is behind', async () => {
    const request = { url: `http://127.0.0.1:${await shop()}/health` };
    const ask = (path: string, maxSeconds: number) =>
      says({ kind: 'REPLICATION_LAG', request, path, maxSeconds });
    expect(await ask('lagSeconds', 5)).toBe('OK: The copy is 2.5 s behind, within the 5 s allowed.');
    expect(await ask('lagSeconds', 2)).toBe('FAULT LAG: The copy is 2.5 s behind; at most 2 s was expected.');
    expect(await ask('status', 2)).toBe(
      'FAULT CONTENT: GET /health answered 200 after a while, but status is not a number of seconds.',
    );
  });
});

describe('DNS', () => {
  test('asks the name servers', async () => {
    const nameServers = [
      await nameServer({
        'shop.example.org': ['192.0.2.7', '192.0.2.8'],
        'broken.example.org': 'SERVFAIL',
        'silent.example.org': 'SILENT',
      }),
    ];
    const ask = (host: string, more = {}) => says({ kind: 'DNS', host, ...more }, { nameServers });
    expect(await ask('shop.example.org')).toBe(
      'OK: The name shop.example.org resolved to 192.0.2.7, 192.0.2.8 after a while.',
    );
    expect(await ask('Shop.example.org.', { expect: ['192.0.2.9'] })).toBe(
      'FAULT CONTENT: The name shop.example.org resolved to 192.0.2.7, 192.0.2.8 after a while; 192.0.2.9 was expected as well.',
    );
    expect(await ask('gone.example.org')).toBe('FAULT NAME: The name gone.example.org does not exist.');
    expect(await ask('broken.example.org')).toBe(
      'FAULT NAME: The name broken.example.org could not be resolved: the name server itself failed.',
    );
    expect(await ask('silent.example.org', { timeoutMs: 200 })).toBe(
      'FAULT TIMEOUT: The name silent.example.org was not resolved within 200 ms.',
    );
    expect(await ask('192.0.2.7')).toContain('UNCLEAR');
  });

  test('knows this machine without asking', async () => {
    expect(await says({ kind: 'DNS', host: 'localhost' }, { nameServers: ['127.0.0.1:9'] })).toContain(
      'OK: The name localhost resolved to ',
    );
  });
});
