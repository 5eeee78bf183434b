import { oncePerProcess } from './once-per-process';

/** How long this process waits for the sake of others, in milliseconds. */
export interface Patience {
  /** Until an answer that is the same whatever was found: longer than making a link and planning its mail takes. */
  sameAnswer: number;
  /** Until a refusal of what is not one's own: longer than looking for a subject, and asking whose it is, takes. */
  sameRefusal: number;
  /** Until somebody learns that they are over a limit: a loop asks a few times a second then, and leaves others theirs. */
  overLimit: number;
  /** From one look at the database to the next, however many acts meet some trouble. */
  betweenLooks: number;
  /** The same of a trouble that lasts, at the most. */
  betweenLooksAtMost: number;
  /** Until a report is kept that is not stored: longer than a busy database takes, shorter than a person waits. */
  toStore: number;
  /** Until an event that could not be handled is tried again; with every try as much longer. */
  nextTry: number;
}

/** Tests have less, but where they ask about time itself (`testDatabase`). */
export const patience = oncePerProcess(
  'patience',
  (): Patience => ({
    sameAnswer: 250,
    sameRefusal: 50,
    overLimit: 250,
    betweenLooks: 1_000,
    betweenLooksAtMost: 10_000,
    toStore: 5_000,
    nextTry: 100,
  }),
);
