import { createServer, type ServerResponse } from 'node:http';

// A hub that does nothing but pass on: whoever asks for /live hears every POST, in the same bytes.
const streams = new Set<ServerResponse>();
const server = createServer((request, response) => {
  if (request.method === 'POST') {
    const bytes = Buffer.from(`id: ${Date.now()}\nevent: hint\ndata: {"topics":["incident"]}\n\n`);
    for (const stream of streams) stream.write(bytes);
    response.writeHead(204).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('event: hello\ndata: {}\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
});
server.listen(Number(process.env.PORT), '127.0.0.1', 2048, () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
