import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ApiProblem } from '@/components/api/call-api';
import { DraftAuthor } from '@/components/api/use-draft';
import { ClockProvider } from '@/components/ui/clock';
import { DeclareForm } from './declare-form';
import { settingsQuery } from './queries';

function markupWith(client: QueryClient): string {
  return renderToStaticMarkup(
    <AppRouterContext value={{} as AppRouterInstance}>
      <QueryClientProvider client={client}>
        <ClockProvider now={Date.parse('2026-06-09T13:18:00Z')} zone="Europe/London">
          <DraftAuthor memberId="mei">
            <DeclareForm severity="CRITICAL" onDeclared={() => {}} />
          </DraftAuthor>
        </ClockProvider>
      </QueryClientProvider>
    </AppRouterContext>,
  );
}

test('waits for the settings while they are read', () => {
  expect(markupWith(new QueryClient())).toContain('aria-busy="true"');
});

test('is declared with a time of one’s own where the settings cannot be read', () => {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } });
  const detail = 'The database is away.';
  const error = new ApiProblem({ type: 'urn:standby:internal', title: 'internal', status: 503, detail });
  const failed = client.getQueryCache().build(client, { queryKey: settingsQuery.queryKey });
  failed.setState({ ...failed.state, status: 'error', error, errorUpdateCount: 1 });
  const markup = markupWith(client);
  expect(markup).not.toContain('aria-busy');
  expect(markup).toContain(detail);
  expect(markup).toMatch(/<input [^>]*type="datetime-local"[^>]*min="2026-06-09T14:18"/);
});
