import { parentPort, workerData } from 'node:worker_threads';
import { type People, Town } from './bystander';

const town = new Town(workerData as People);

parentPort?.on('message', (asked: 'experience' | 'stop') => {
  if (asked === 'experience') parentPort?.postMessage(town.experience());
  else void town.stop().then((ledger) => parentPort?.postMessage(ledger));
});
