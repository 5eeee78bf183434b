import { requestContext } from '@/lib/auth/request-context';
import { t } from '@/lib/language/catalogue';
import { AppError } from '@/lib/platform/errors';
import { urlEncodedFields, utf8Text } from '@/lib/platform/input/utf8';
import { answerPage } from '@/lib/status/serving/answer-page';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { readBytes } from './body';
import { assertSameOrigin } from './origin';
import { problemOf } from './problem';

const longest = 8_000;

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new AppError('invalid', 'Use the form on the status page.');
  }
  return urlEncodedFields(utf8Text(await readBytes(request, longest)));
}

/**
 * The form of the status page. The page is a document without a hidden field of its own, so this is a plain post,
 * answered with a page, and needs no script.
 */
export async function subscribeFromPage(request: Request): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    assertSameOrigin(request, ctx);
    const form = await readForm(request);
    const { email } = await subscribe(ctx, {
      email: form.get('email') ?? '',
      services: form.getAll('service'),
      website: form.get('website') ?? '',
    });
    return await answerPage(200, t('subscribe.title'), t('subscribe.sent', { email }));
  } catch (error) {
    const { status, detail, fields = {} } = problemOf(error);
    return await answerPage(status, t('subscribe.title'), Object.values(fields)[0]?.[0] ?? detail);
  }
}
