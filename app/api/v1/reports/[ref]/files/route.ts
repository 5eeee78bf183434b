import { readBytes } from '@/lib/http/body';
import { uploadName } from '@/lib/http/file-download';
import { assertSameOrigin } from '@/lib/http/origin';
import { handle } from '@/lib/http/route';
import { attachFile } from '@/lib/reports/commands/attach';
import { pictureLimit } from '@/lib/reports/files/picture';

/** The body is the picture, its name is `?name=`. */
export const POST = handle(async (ctx, request, { ref = '' }) => {
  assertSameOrigin(request, ctx);
  const bytes = await readBytes(request, pictureLimit);
  return Response.json(await attachFile(ctx, { ref, name: uploadName(request), bytes }), { status: 201 });
});
