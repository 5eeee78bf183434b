import { z } from 'zod';

/** An id of somebody's input. One id has one spelling, so that a list with two of it shows. */
export function idInput(error?: string) {
  return z.uuid(error).toLowerCase();
}
