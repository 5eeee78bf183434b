import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { DraftAuthor } from '@/components/api/use-draft';
import type { PlanView } from '@/lib/plans/queries/views';
import { useDraftStore } from './use-draft-store';

const plan = {
  id: 'b1',
  version: 1,
  lint: [],
  faults: [],
  changes: [],
  draft: null,
  published: null,
} as unknown as PlanView;

afterEach(() => {
  vi.unstubAllGlobals();
});

function Typing({ memberId, purpose }: { memberId: string; purpose: string }) {
  const { store } = useDraftStore(plan, plan, memberId);
  store.change((draft) => ({ ...draft, purpose }));
  store.stop();
  return null;
}

/** What is typed by a member into the plan, and not saved. */
function type(memberId: string, purpose: string): void {
  renderToStaticMarkup(
    <DraftAuthor memberId={memberId}>
      <QueryClientProvider client={new QueryClient()}>
        <Typing memberId={memberId} purpose={purpose} />
      </QueryClientProvider>
    </DraftAuthor>,
  );
}

test('on a shared device, each finds only what they typed themselves', () => {
  const device = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, text: string) => void device.set(key, text),
    removeItem: (key: string) => void device.delete(key),
  });
  type('mei', 'When the database is lost.');
  type('ada', 'When the room burns.');
  const stored = [...device].map(([key, text]) => [key, JSON.parse(text).draft.purpose]);
  expect(stored).toEqual([
    ['draft:mei:plan:b1', 'When the database is lost.'],
    ['draft:ada:plan:b1', 'When the room burns.'],
  ]);
});
