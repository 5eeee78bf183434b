import { readBytes } from '@/lib/http/body';
import { uploadName } from '@/lib/http/file-download';
import { handleTracking } from '@/lib/http/tracking-route';
import { attachFile } from '@/lib/reports/commands/attach';
import { pictureLimit } from '@/lib/reports/files/picture';

/** The body is the picture, its name is `?name=`. */
export const POST = handleTracking(async ({ ctx, ref }, request) => {
  const bytes = await readBytes(request, pictureLimit);
  return Response.json(await attachFile(ctx, { ref, name: uploadName(request), bytes }), { status: 201 });
});
