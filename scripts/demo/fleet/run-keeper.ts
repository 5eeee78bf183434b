import { createServer } from 'node:http';
import { endInOrder } from '@/lib/platform/process/ending';
import { startStore } from '@/scripts/demo/fleet/store/start-store';
import { AnswersKept } from './answers-kept';
import { serveAutomation } from './automation';
import { choosePorts } from './choose-ports';
import { serveControl } from './control';
import { listen } from './listen';
import { sendJson } from './plain-http';
import { Stage } from './stage';

/** The process that holds the fleet: both front addresses, the automation, and the shops and the store as children. */
export async function runKeeper(folder: string, firstPort: number): Promise<void> {
  const { ports, token } = await choosePorts(folder, firstPort);
  const stages = {
    live: new Stage('live', folder, ports.live),
    drill: new Stage('drill', folder, ports.drill),
  };
  const fleet = { folder, storePort: ports.store, stages, answers: new AnswersKept(folder), token };
  const automation = createServer((request, response) => {
    const serve = request.url === '/control' ? serveControl : serveAutomation;
    void serve(fleet, request, response).catch((error: Error) => {
      if (!response.headersSent) sendJson(response, 500, { error: error.message });
    });
  });
  await listen(automation, ports.automation);
  await Promise.all([stages.live.start(), stages.drill.start()]);
  const store = await startStore({ folder, port: ports.store, front: ports.live.front });

  endInOrder(async () => {
    automation.close();
    automation.closeAllConnections();
    await Promise.allSettled([stages.live.stop(), stages.drill.stop(), store.stop()]);
  });
  process.send?.({ ready: true });
}
