interface Waiting<I, O> {
  item: I;
  resolve: (answer: O) => void;
  reject: (reason: unknown) => void;
}

/**
 * Turns many small calls into few statements: what is asked for while one statement runs goes together into the next.
 * @param run answers one result for each item, in their order
 */
export function batched<I, O>(run: (items: I[]) => Promise<O[]>, most = 200): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = [];
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    // One turn of the event loop, so that calls made side by side go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const answers = await run(batch.map(({ item }) => item));
        for (const [place, { resolve }] of batch.entries()) resolve(answers[place] as O);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void drain();
    });
}
