/** Says what is being done, how long it takes while it does, and how long it took. */
export async function withProgress<T>(doing: string, done: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(began + 10_000 > Date.now() ? 1 : 0)} s`;
  const inTerminal = process.stdout.isTTY;
  process.stdout.write(inTerminal ? `${doing} …` : `${doing} …\n`);
  const tick = () => process.stdout.write(inTerminal ? `\r${doing} … ${elapsed()}` : `  … ${elapsed()}\n`);
  const ticker = setInterval(tick, inTerminal ? 1_000 : 15_000);
  try {
    const result = await work();
    process.stdout.write(`${inTerminal ? '\r\u001b[K' : ''}${done} (${elapsed()})\n`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
