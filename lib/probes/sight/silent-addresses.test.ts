import { afterEach, expect, test } from 'vitest';
import { outgoingGuard } from '@/lib/probes/outgoing/guard';
import { content } from '@/lib/probes/rules/outcome';
import type { NetworkProbe } from '@/lib/probes/rules/probe';
import { closeServers, plainServer } from '@/lib/probes/testing/servers';
import { silentFindings, surelySilent } from './silent-addresses';

afterEach(closeServers);

const options = { guard: outgoingGuard(['127.0.0.0/8']) };

test('an address that was only overtaken is none that is silent, and one that was doubted is asked again', async () => {
  const port = await plainServer(() => {});
  const probe: NetworkProbe = { kind: 'TCP', host: 'shop.example.org', port, timeoutMs: 500 };
  const seen = (silent: string[]) =>
    content('It accepted.', { totalMs: 260 }, { address: '127.0.0.9', port, silent });
  const sure = async (silent: string[], doubted: string[] = []) =>
    (await surelySilent(probe, seen(silent), doubted, options)).evidence.silent;
  expect(await sure(['127.0.0.1'])).toBeUndefined();
  expect(await sure(['127.0.0.1', '127.0.0.2'])).toEqual(['127.0.0.2']);
  expect(await sure([], ['127.0.0.2'])).toEqual(['127.0.0.2']);
  expect(await sure([], ['127.0.0.1'])).toBeUndefined();
  // Where Standby may not call, or has no way to, it knows nothing.
  expect(await sure(['10.0.0.1', '2001:db8::1'])).toBeUndefined();
});

test('a finding names the silent address, and the one that answers', () => {
  const evidence = { address: '10.0.0.1', silent: ['10.0.0.2'] };
  expect(silentFindings({ evidence })).toEqual([
    {
      address: '10.0.0.2',
      sentence:
        '10.0.0.2 accepts no connection, while 10.0.0.1 of the same name does: who is led there waits or fails. Mend it, or take it out of the name.',
    },
  ]);
});
