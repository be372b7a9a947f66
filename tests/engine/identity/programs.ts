import type { Edit } from "./replay.ts";

/** What somebody might make of the program, and what the suite then says. */
export interface Program {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Lines that have to be among those that are said, URNs without what each begins with. None: nothing is said. */
  readonly said: readonly string[];
}

const renamed: Edit = { file: "jupyterHubOnEfs.ts", from: "`${name}-homes`,", to: "`${name}-files`," };

const aliased: Edit = {
  file: "jupyterHubOnEfs.ts",
  from: "child,\n    );\n    const driver",
  to: "{ ...child, aliases: [{ name: `${name}-homes` }] },\n    );\n    const driver",
};

const homes = "jupyterhub-efs:index:JupyterHubOnEfs$jupyterhub-efs:index:SharedFileSystem";
const storage = "jupyterhub-efs:index:JupyterHubOnEfs$jupyterhub-efs:index:HomeStorage";
const fileSystem = `${homes}$aws:efs/fileSystem:FileSystem`;
const accessPoint = `${storage}$aws:efs/accessPoint:AccessPoint::jupyterhub-hub-homes-enforced`;

export const programs: readonly Program[] = [
  {
    title: "is caught where it renames a component without an alias",
    edits: [renamed],
    said: [
      `create ${homes}::jupyterhub-files`,
      `create ${fileSystem}::jupyterhub-files`,
      `delete ${fileSystem}::jupyterhub-homes`,
      `delete ${homes}$aws:efs/mountTarget:MountTarget::jupyterhub-homes-us-east-1a`,
      `delete ${homes}::jupyterhub-homes`,
    ],
  },
  { title: "is left alone where it renames one with an alias", edits: [renamed, aliased], said: [] },
  {
    title: "is caught where it replaces, updates, or holds no more",
    edits: [
      { file: "plan/accessPoint.ts", from: 'permissions: "0755"', to: 'permissions: "0750"' },
      { file: "plan/fileSystem.ts", from: "namedTags(HOMES, tags)", to: 'namedTags("our-homes", tags)' },
      {
        file: "resources/protection.ts",
        from: "protect: protection === DataProtection.Protect,",
        to: "protect: false,",
      },
    ],
    said: [
      `replace ${accessPoint}: rootDirectory.creationInfo.permissions`,
      `update ${fileSystem}::jupyterhub-homes: tags.Name`,
      `options ${fileSystem}::jupyterhub-homes: protect true -> nothing`,
    ],
  },
];
