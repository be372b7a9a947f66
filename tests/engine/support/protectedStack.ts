import { type HubStack, type Raw, settings } from "./hub.ts";

/** The settings of a stack whose homes are protected, as they are by default. */
export const protectedStack = (raw: Raw = {}): Raw => settings({ dataProtection: "protect", ...raw });

/** The same on a file system that is there, where the homes of a hub by its default name lie. */
export const on = (id: string, raw: Raw = {}): Raw =>
  protectedStack({
    fileSystem: { existing: { id, createMissingMountTargets: true } },
    homesPath: "/hub",
    usernames: "safe",
    ...raw,
  });

/** Lets a stack go, and everything of it but what it adopted. */
export async function removeAll(stack: HubStack): Promise<void> {
  await stack.say({ ...(await stack.settings()), dataProtection: "delete", movedFrom: {} });
  await stack.up();
  await stack.remove();
}
