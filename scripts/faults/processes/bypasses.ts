import type { Call } from '@/lib/http/testing/walk/door';

const five = (name: string) => Array.from({ length: 5 }, () => name).join(':');

/** Headers by which Next, or a proxy, speaks to itself; from outside they are a lie. */
export const everyHeader: Record<string, string>[] = [
  { 'x-middleware-subrequest': five('proxy') },
  { 'x-middleware-subrequest': five('src/proxy') },
  { 'x-middleware-subrequest': five('middleware') },
  { 'x-middleware-next': '1', 'x-middleware-prefetch': '1' },
  { 'x-middleware-override-headers': 'x-nonce', 'x-middleware-request-x-nonce': 'mine' },
  { 'x-nextjs-data': '1' },
  { 'x-nextjs-rewritten-path': '/', 'x-nextjs-matched-path': '/' },
  { 'x-invoke-path': '/', 'x-invoke-status': '200', 'x-matched-path': '/' },
  { 'x-now-route-matches': '1', 'x-vercel-id': 'x' },
  { 'x-standby-address': '127.0.0.1', 'x-standby-host': 'evil.example', 'x-real-ip': '127.0.0.1' },
  { 'x-original-url': '/', 'x-rewrite-url': '/', 'x-http-method-override': 'GET' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%5D' },
  { authorization: 'Basic YWRtaW46YWRtaW4=' },
];

/** Other spellings of a path, some of which a careless router reads as the same. */
function spellings(path: string): string[] {
  const [plain = '', query] = path.split('?');
  const last = plain.lastIndexOf('/') + 1;
  const spelled = [
    `/${plain}`,
    plain.replace('/v1/', '/v1//'),
    plain.replace('/v1/', '//v1/'),
    plain.replace('/v1/', '/v1/./'),
    plain.replace('/v1/', '/v1/x/../'),
    plain.replace('/v1/', '/v1/%2e/'),
    plain.replace('/v1/', '/v1/x/%2e%2e/'),
    plain.replace('/v1/', '/%76%31/'),
    plain.replace('/v1/', '/v1%2f'),
    plain.replace('/v1/', '/v1\\'),
    plain.replace('/api/', '/API/'),
    plain.replace('/api/', '/_next/../api/'),
    `/_next/data/x${plain}.json`,
    `${plain}.rsc`,
    `${plain}.json`,
    `${plain}/`,
    `${plain};x=1`,
    `${plain}%00`,
    `${plain.slice(0, last)}${plain.slice(last).toUpperCase()}/.`,
  ];
  return [...spelled.map((one) => (query ? `${one}?${query}` : one)), `${path}${query ? '&' : '?'}_rsc=1`];
}

/** The same call by other spellings of its path, and with every header that is a lie. */
export function everyBypass(call: Call): Call[] {
  const spelled = spellings(call.path)
    .filter((path) => path !== call.path)
    .map((path) => ({ ...call, path }));
  return [
    ...spelled,
    ...everyHeader.map((headers) => ({ ...call, headers: { ...call.headers, ...headers } })),
  ];
}

/** The same address by every other method. */
export function otherMethods(call: Call): Call[] {
  const all = ['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
  return all.map((method) => ({ ...call, method, body: undefined }));
}
