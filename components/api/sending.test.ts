import { expect, it } from 'vitest';
import { type Sent, sendingOf } from './sending';

/** What went out for one input, version and clock; the time goes into the body as it does for “in two days”. */
function meant(input: object, version: number, { form = true, time = 0 } = {}) {
  const call = async (given: object, sent: Sent<number>) => ({ ...sent, body: { ...given, time } });
  return { input, version, form, call };
}

it('sends the very same while the person means the same, whatever became newer meanwhile', async () => {
  const first = sendingOf(null, meant({ title: 'No cards' }, 3, { time: 10 }));
  const again = sendingOf(first, meant({ title: 'No cards' }, 4, { time: 20 }));
  expect(await again.send()).toEqual(await first.send());
  expect(await again.send()).toMatchObject({ version: 3, body: { title: 'No cards', time: 10 } });
});

it('is another act with what was changed, and after an answer', async () => {
  const first = sendingOf(null, meant({ title: 'No cards' }, 3));
  const { key } = await first.send();
  const changed = await sendingOf(first, meant({ title: 'No cards at all' }, 4)).send();
  expect(changed).toMatchObject({ version: 4, body: { title: 'No cards at all' } });
  expect(changed.key).not.toBe(key);
  expect((await sendingOf(null, meant({ title: 'No cards' }, 3)).send()).key).not.toBe(key);
});

it('is the same press of a button until what it is about has changed', async () => {
  const first = sendingOf(null, meant({}, 1, { form: false }));
  const { key } = await first.send();
  expect(await sendingOf(first, meant({}, 1, { form: false })).send()).toMatchObject({ key });
  expect((await sendingOf(first, meant({}, 2, { form: false })).send()).key).not.toBe(key);
});
