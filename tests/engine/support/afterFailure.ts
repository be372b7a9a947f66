import { setTimeout } from "node:timers/promises";

/**
 * Waits after an update in this process that failed or was interrupted: what its program still throws is taken for an error of
 * the program that runs then.
 */
export const afterFailure = (): Promise<void> => setTimeout(3000);
