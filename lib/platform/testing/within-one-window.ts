/**
 * Limits count in windows of so many seconds. What ran over the end of one begins again: each time it has to be about
 * people, networks and reports of its own.
 */
export async function withinOneWindow(seconds: number, work: () => Promise<void>): Promise<void> {
  const window = () => Math.floor(Date.now() / 1000 / seconds);
  for (;;) {
    const began = window();
    const outcome = await work().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    if (window() !== began) continue;
    if (outcome) throw outcome.error;
    return;
  }
}
