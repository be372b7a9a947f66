import { notebookImage } from "../../versions.ts";
import { UserMode } from "../choices.ts";
import { show } from "../show.ts";
import { faultIf, type Rule } from "./rule.ts";

/** Since this day start.sh is the entry point of docker-stacks images. */
const FIRST_WITH_ENTRY_POINT = "2024-01-22";

/** https://jupyter-docker-stacks.readthedocs.io/en/latest/using/selecting.html */
const dockerStacks =
  /(^|\/)jupyter\/(docker-stacks-foundation|(base|minimal|r|julia|scipy|tensorflow|pytorch|datascience|pyspark|all-spark)-notebook)$/;
/** Without a registry, or on Docker Hub, where docker-stacks stopped publishing in 2023. */
const dockerHub = /^((index\.)?docker\.io\/)?jupyter\/[^/]+$/;
/** Z2JH's own sample, and images under its name in mirrors. */
const sample = /(^|\/)k8s-singleuser-sample$/;
const dateInTag = /(?:^|-)(\d{4}-\d\d-\d\d)$/;

const isTooOld = (tag: string): boolean =>
  (dateInTag.exec(tag)?.[1] ?? FIRST_WITH_ENTRY_POINT) < FIRST_WITH_ENTRY_POINT;

/** What keeps an image from being root servers': of its name, or of its tag. Undefined where nothing is known against it. */
export function notForRoot(name: string, tag: string): { key: "name" | "tag"; rule: string } | undefined {
  const start = "must have start.sh as its entry point with `userMode: root`";
  if (sample.test(name)) return { key: "name", rule: `${start}, and this image has no start.sh` };
  if (dockerHub.test(name))
    return { key: "name", rule: `${start}, and Docker Hub's \`jupyter/\` images are older than that` };
  if (!dockerStacks.test(name) || !isTooOld(tag)) return undefined;
  return {
    key: "tag",
    rule: `must be of ${FIRST_WITH_ENTRY_POINT} or newer with \`userMode: root\`: older images lack start.sh as entry point`,
  };
}

/** What to do about such an image. */
export const IMAGE_FOR_ROOT = `Use an image made from docker-stacks of ${FIRST_WITH_ENTRY_POINT} or newer, like ${notebookImage.name}:${notebookImage.tag}, or \`userMode: non-root\`.`;

/** Root mode is start.sh's work: it gives the home to the user and drops to him. */
const startScript: Rule = {
  looksAt: ["hub.image", "userMode"],
  check: ({ settings: { userMode, hub } }) => {
    const found = userMode === UserMode.Root ? notForRoot(hub.image.name, hub.image.tag) : undefined;
    if (found === undefined) return [];
    const path = `hub.image.${found.key}`;
    return [{ path, rule: found.rule, got: show(hub.image[found.key], path), fix: IMAGE_FOR_ROOT }];
  },
};

/** The default tag belongs to the default image alone. */
const ownTag: Rule = {
  looksAt: ["hub.image"],
  check: ({ given }) => {
    const { name, tag } = given.hub?.image ?? {};
    return faultIf(name !== undefined && name !== notebookImage.name && tag === undefined, () => ({
      path: "hub.image.tag",
      rule: "must be said with an image of your own",
      got: "nothing",
      fix: "Give a tag that is never moved, in quotes.",
    }));
  },
};

export const imageRules: readonly Rule[] = [startScript, ownTag];

/** What cannot be known of an image in root mode. */
export const imageWarning = (
  userMode: UserMode,
  { name, tag }: { name: string; tag: string },
  path = "hub.image",
): string | undefined => {
  if (userMode !== UserMode.Root) return undefined;
  const need = `root servers need start.sh of docker-stacks ${FIRST_WITH_ENTRY_POINT} or newer as their entry point`;
  if (!dockerStacks.test(name)) return `${path}: ${name} is not known as a docker-stacks image; ${need}.`;
  return dateInTag.test(tag) ? undefined : `${path}: the tag ${tag} does not tell the image's age; ${need}.`;
};
