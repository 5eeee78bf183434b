import type { Assault } from './assault';
import { bodyAssaults } from './bodies';
import { everyCommand } from './commands';
import { floodAssaults } from './floods';
import { oneMailbox } from './mails';
import { pictureAssaults } from './pictures';
import { slowSenders } from './slow-senders';

/** In their order; the first finds the product as it started. */
export const assaults: readonly Assault[] = [
  ...pictureAssaults,
  ...bodyAssaults,
  ...floodAssaults,
  oneMailbox,
  slowSenders,
  everyCommand,
];
