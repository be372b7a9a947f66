import type { Settings } from "../settings/settings.ts";

/** Where every image of the docker-stacks has its home. start.sh chowns there, so it is not the user's to move. */
export const HOME = "/home/jovyan";

/** The name that KubeSpawner puts in place of the field, for each scheme. */
const field = { safe: "{username}", escape: "{escaped_username}" } as const;

/** The user whom a plan shows as an example, as each scheme writes the name. */
const bobSmith = { safe: "bob-smith---365b77fb", escape: "bob-2esmith" } as const;

/**
 * The template of a home's directory as KubeSpawner takes it: the sub-path in static provisioning, the claim's
 * name (and so the directory's) in dynamic.
 */
export const homeTemplate = ({
  homeDirectory,
  usernames,
}: Pick<Settings, "homeDirectory" | "usernames">): string =>
  homeDirectory.replace("{username}", field[usernames]);

/** The absolute path of the home of the user `bob.smith`: the same in all four cells. */
export const exampleHome = (settings: Pick<Settings, "homesPath" | "homeDirectory" | "usernames">): string =>
  `${settings.homesPath}/${settings.homeDirectory.replace("{username}", bobSmith[settings.usernames])}`;
