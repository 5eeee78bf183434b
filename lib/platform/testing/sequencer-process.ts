import { startSequencer } from '@/lib/platform/events/sequencer';

// A sequencer in a process of its own, so that a test can kill it without a goodbye.
startSequencer(`child-${process.pid}`);
process.stdout.write('ready\n');
