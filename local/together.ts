/** Runs tasks at the same time. The first failure stops the others, and is thrown when all have come to their end. */
export async function together(
  tasks: readonly ((signal: AbortSignal) => Promise<void>)[],
  signal: AbortSignal,
): Promise<void> {
  const controller = new AbortController();
  const either = AbortSignal.any([signal, controller.signal]);
  await Promise.allSettled(
    tasks.map(async (task) => {
      try {
        await task(either);
      } catch (error) {
        controller.abort(error);
      }
    }),
  );
  either.throwIfAborted();
}
