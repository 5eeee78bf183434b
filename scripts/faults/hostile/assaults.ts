import type { Assault } from './assault';
import { bodyAssaults } from './bodies';
import { everyCommand } from './commands';
import { floodAssaults } from './floods';
import { hangUps } from './hang-ups';
import { oneMailbox } from './mails';
import { pictureAssaults } from './pictures';
import { silentReaders } from './silent-readers';
import { slowSenders } from './slow-senders';
import { strangePaths } from './strange-paths';
import { thresholds } from './thresholds';
import { wideStreams } from './wide-streams';

/** In their order; the first finds the product as it started. */
export const assaults: readonly Assault[] = [
  ...pictureAssaults,
  ...bodyAssaults,
  ...floodAssaults,
  oneMailbox,
  slowSenders,
  hangUps,
  thresholds,
  silentReaders,
  strangePaths,
  wideStreams,
  everyCommand,
];
