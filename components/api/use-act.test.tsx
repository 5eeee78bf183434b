import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveToasts } from '@/components/ui/show-toast';
import { useAct } from './use-act';

const router = { refresh: () => {} } as AppRouterInstance;

const toasts: string[] = [];
let stop: () => void;
beforeEach(() => {
  stop = receiveToasts(({ title }) => void toasts.push(title));
});
afterEach(() => {
  stop();
  toasts.length = 0;
});

type Options<I, A> = Parameters<typeof useAct<I, A>>[0];
type Act<I, A> = ReturnType<typeof useAct<I, A>>;

function Acting<I, A>({ options, found }: { options: Options<I, A>; found: (act: Act<I, A>) => void }) {
  found(useAct(options));
  return null;
}

/** The act that a component has, to be done as its button does it. */
function actOf<I, A>(options: Options<I, A>): Act<I, A> {
  const found: Act<I, A>[] = [];
  renderToStaticMarkup(
    <AppRouterContext value={router}>
      <QueryClientProvider client={new QueryClient()}>
        <Acting options={options} found={(act) => void found.push(act)} />
      </QueryClientProvider>
    </AppRouterContext>,
  );
  const [act] = found;
  if (!act) throw new Error('It was not rendered.');
  return act;
}

test('what cannot be shown at once is refused, and the act can be tried again', async () => {
  let broken = true;
  const act = actOf({
    call: async (text: string) => text,
    atOnce: () => {
      if (broken) throw new Error('There is nothing to change.');
    },
  });
  expect(await act.run('first')).toBeNull();
  expect(toasts).toEqual(['That did not work']);
  broken = false;
  expect(await act.run('second')).toEqual({ answer: 'second' });
});

test('what goes wrong after the answer is not told as a refusal, and the next act is another one', async () => {
  const keys: string[] = [];
  const act = actOf({
    refusal: 'toast',
    call: async (text: string, { key }) => {
      keys.push(key);
      return text;
    },
    done: (answer) => {
      if (answer === 'unsayable') throw new Error('There are no words for it.');
      return `${answer} was sent`;
    },
  });
  await expect(act.run('unsayable')).rejects.toThrow('There are no words for it.');
  expect(await act.run('note')).toEqual({ answer: 'note' });
  expect(toasts).toEqual(['note was sent']);
  expect(new Set(keys).size).toBe(2);
});

test('one at a time: pressed again while it is under way, it is not sent again', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const act = actOf({ call: () => promise });
  const first = act.run();
  expect(await act.run()).toBeNull();
  resolve('done');
  expect(await first).toEqual({ answer: 'done' });
});
