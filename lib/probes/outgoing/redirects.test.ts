import { afterEach, describe, expect, test } from 'vitest';
import { type HttpRequest, httpRequestSchema } from '@/lib/probes/rules/probe';
import { closeServers, httpServer } from '@/lib/probes/testing/servers';
import { outgoingGuard } from './guard';
import { sendRequest } from './send-request';

afterEach(closeServers);

const guard = outgoingGuard(['127.0.0.1']);
const send = async (request: Partial<HttpRequest> & { url: string }) =>
  await sendRequest(httpRequestSchema.parse(request), { guard, timeoutMs: 10_000, maxBytes: 1_000_000 });

describe('redirects', () => {
  const redirecting = (location: (port: number) => string, status = 302) => {
    const asked: string[] = [];
    let own = 0;
    const started = httpServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
      if (request.url === '/end') return response.end('arrived');
      response.writeHead(status, { location: location(own) }).end();
    }).then((port) => {
      own = port;
      return port;
    });
    return { started, asked };
  };

  test('are given back as they are unless asked for, and beyond the number asked for', async () => {
    const { started } = redirecting(() => '/again');
    const url = `http://127.0.0.1:${await started}/`;
    expect(await send({ url })).toMatchObject({ status: 302, redirects: 0 });
    expect(await send({ url, redirects: 3 })).toMatchObject({ status: 302, redirects: 3 });
  });

  test('turn POST into GET, and take secrets along on the same origin', async () => {
    const { started, asked } = redirecting(() => '/end');
    const url = `http://127.0.0.1:${await started}/start`;
    const sent = await send({ url, method: 'POST', headers: { Authorization: 'x' }, redirects: 1 });
    expect(sent).toMatchObject({ status: 200, redirects: 1 });
    expect(asked).toEqual(['POST /start x', 'GET /end x']);
  });

  test('take no secret and no body to another origin', async () => {
    const other = redirecting(() => '');
    const to = `http://127.0.0.1:${await other.started}/end`;
    const { started } = redirecting(() => to, 307);
    await send({
      url: `http://127.0.0.1:${await started}/`,
      method: 'PUT',
      headers: { Authorization: 'x' },
      body: 'secret',
      redirects: 1,
    });
    expect(other.asked).toEqual(['PUT /end -']);
  });

  test('pass the guard anew', async () => {
    for (const [location, says] of [
      ['http://169.254.169.254/latest', 'was redirected to 169.254.169.254. Standby did not call'],
      ['http://10.0.0.1/', 'was redirected to 10.0.0.1. Standby did not call 10.0.0.1:80'],
      ['//[::1]/', 'was redirected to [::1]. Standby did not call [::1]:80'],
      ['file:///etc/passwd', 'redirected to where Standby does not call: Standby calls http and https'],
      ['http://a:b@127.0.0.1/', 'redirected to where Standby does not call: An address with a name'],
      ['http://127.0.0.1:22/', 'redirected to where Standby does not call: Port 22 belongs'],
    ] as const) {
      const { started } = redirecting(() => location);
      const sent = await send({ url: `http://127.0.0.1:${await started}/`, redirects: 2 });
      expect(sent).toMatchObject({ ok: false, fault: 'FORBIDDEN' });
      expect(!sent.ok && sent.sentence).toContain(`GET / ${says}`);
    }
  });
});
