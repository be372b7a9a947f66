import { expect } from "chai";
import { afterFailure } from "./afterFailure.ts";
import { backupsInCloud, replicas } from "./copies.ts";
import { everything } from "./everything.ts";
import type { HubStack, Raw } from "./hub.ts";

/** What copies homes. */
export const copiesInCloud = async () => ({
  ...(await backupsInCloud()),
  replicas: (await replicas()).map(({ FileSystemId }) => FileSystemId),
});

/** Tries an update that has to be refused, in a preview and without one; gives the reason, and makes sure that nothing was changed. */
export async function refusal(stack: HubStack): Promise<string> {
  const before = [await everything(), await copiesInCloud()];
  const reasons: string[] = [];
  for (const attempt of [() => stack.preview(), () => stack.up()]) {
    await attempt().then(
      () => expect.fail("it was not refused"),
      (error: unknown) => reasons.push(String(error)),
    );
    await afterFailure();
  }
  expect([await everything(), await copiesInCloud()]).to.deep.equal(before);
  for (const reason of reasons)
    expect(reason).to.match(/would take (homes from their users|copies of homes away):/);
  return reasons[1] ?? "";
}

/** The same of other settings, which it does not keep. */
export async function refused(stack: HubStack, raw: Raw): Promise<string> {
  const accepted = await stack.settings();
  await stack.say(raw);
  const reason = await refusal(stack);
  await stack.say(accepted);
  return reason;
}
