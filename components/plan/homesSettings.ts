import type { Settings } from "../settings/settings.ts";

/** The settings that decide how homes are stored. */
export type HomesSettings = Pick<
  Settings,
  | "userMode"
  | "provisioning"
  | "posix"
  | "fileSystem"
  | "access"
  | "homesPath"
  | "homeDirectory"
  | "usernames"
  | "sharedFolders"
  | "dataProtection"
  | "movedFrom"
  | "fixOwners"
  | "tags"
> & {
  readonly hub: Pick<Settings["hub"], "name" | "namespace" | "grantSudo" | "image" | "blockNfs" | "values">;
};
