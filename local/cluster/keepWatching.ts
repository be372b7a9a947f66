import type { Informer, KubernetesObject } from "@kubernetes/client-node";

/** The wait before a watch that broke off is taken up again. */
const pause = 1_000;

/** Calls `handle` for every object at first and at each change; a watch that breaks off is taken up again. */
export async function keepWatching<T extends KubernetesObject>(
  informer: Informer<T>,
  handle: (object: T) => Promise<void>,
): Promise<void> {
  const attempt = (object: T): void => {
    handle(object).catch((error: unknown) => {
      // A conflict with another writer, most of the time; the next event or the next round gets it right.
      console.error(object.kind, object.metadata?.namespace, object.metadata?.name, String(error));
      setTimeout(() => void handle(object).catch(console.error), pause);
    });
  };
  informer.on("add", attempt);
  informer.on("update", attempt);
  informer.on("error", (error: unknown) => {
    console.error("the watch broke off:", String(error));
    setTimeout(() => void informer.start(), pause);
  });
  await informer.start();
}
