import { AnswerPage } from '@/components/documents/answer-page';
import { currentContext } from '@/lib/status/render/current-context';
import { renderHtml } from '@/lib/status/render/html';
import { settledContext } from '@/lib/status/render/page-context';
import { documentPolicy } from './content-security-policy';

/** A page that answers a form of the status page, for this one person: it is never kept by anything on the way. */
export async function answerPage(status: number, title: string, text: string): Promise<Response> {
  const context = await currentContext();
  const page = settledContext(context, context.asOf);
  return new Response(await renderHtml(<AnswerPage title={title} text={text} page={page} />), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': documentPolicy,
    },
  });
}
