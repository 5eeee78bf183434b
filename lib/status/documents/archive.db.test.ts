import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { archivedDocument } from './archive';

testDatabase();

test('whoever asks for many old pages waits for themselves, and nobody else for them', async () => {
  const answered: string[] = [];
  const ask = async (addressBlock: string, number: number) => {
    expect(await archivedDocument(`/status/INC-${number}`, { addressBlock })).toBeNull();
    answered.push(addressBlock);
  };
  const flood = Array.from({ length: 300 }, (_, number) => ask('flood', 700_000 + number));
  await ask('quiet', 800_000);
  expect(answered.length).toBeLessThan(20);
  await Promise.all(flood);
});
