import { afterFailure } from "./afterFailure.ts";

/** Why something failed that has to fail. */
export async function failureOf(act: () => Promise<unknown>): Promise<string> {
  const said = await act().then(
    () => undefined,
    (error: unknown) => String(error),
  );
  await afterFailure();
  if (said === undefined) throw new Error("it did not fail");
  return said;
}
