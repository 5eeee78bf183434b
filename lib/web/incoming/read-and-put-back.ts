import type { IncomingMessage } from 'node:http';

/**
 * Reads the body, and puts back what `read` makes of it, so that whoever reads the request next reads that.
 * @returns false when the client is gone, or `read` makes nothing of it
 */
export async function readAndPutBack(
  request: IncomingMessage,
  read: (body: Buffer<ArrayBuffer>) => Buffer | null,
): Promise<boolean> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length === 0) return read(Buffer.alloc(0)) !== null;
  if (request.destroyed) return false;
  const body = Buffer.allocUnsafe(length);
  let size = 0;
  return await new Promise((resolve, reject) => {
    const done = (isRead: boolean) => {
      request.off('readable', take).off('close', gone);
      resolve(isRead);
    };
    const gone = () => done(false);
    const take = () => {
      for (let chunk = request.read(); chunk; chunk = size < length ? request.read() : null) {
        size += chunk.copy(body, size);
      }
      if (size < length) return;
      try {
        const back = read(body);
        // In the same turn as the last read: once the stream has told its end, nothing can be put back.
        if (back) putBack(request, back);
        done(back !== null);
      } catch (error) {
        reject(error);
      }
    };
    request.on('readable', take).on('close', gone);
  });
}

function putBack(request: IncomingMessage, body: Buffer): void {
  request.unshift(body);
  const length = String(body.byteLength);
  request.headers['content-length'] = length;
  const at = request.rawHeaders.findIndex((name, index) => index % 2 === 0 && /^content-length$/i.test(name));
  request.rawHeaders[at + 1] = length;
}
