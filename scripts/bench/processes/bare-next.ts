import { createServer } from 'node:http';
import next from 'next';

// The same pages behind nothing but Next's own handler.
const port = Number(process.env.PORT);
const app = next({ dev: false, dir: process.cwd(), hostname: '127.0.0.1', port });
const handle = app.getRequestHandler();
await app.prepare();
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1');
