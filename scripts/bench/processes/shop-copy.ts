import { createServer } from 'node:http';

// A shop as a suite meets it: many small JSON answers, each of which the server works out anew.
const server = createServer((request, response) => {
  const id = Number(request.url?.split('/').at(-1) ?? 0);
  const lines = Array.from({ length: 20 }, (_, place) => ({ place, amount: id + place / 100 }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id, name: `Item ${id}`, price: id + 0.5, lines }));
});
server.listen(Number(process.env.PORT), '127.0.0.1', 2048, () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
