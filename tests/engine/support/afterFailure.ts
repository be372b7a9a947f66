import { setTimeout } from "node:timers/promises";

/**
 * Waits after an update in this process that failed or was interrupted. The SDK keeps an inline program's connection in
 * the process: what ends late of a failed program closes that of the next one, which then makes nothing, and succeeds.
 */
export const afterFailure = (): Promise<void> => setTimeout(3000);
