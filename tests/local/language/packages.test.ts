// Proves which packages of a program are found, and which provider plugins they ask for. The packages are made up.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { dependenciesOf, installedPackages, pluginsOf } from "../../../local/language/packages.ts";

describe("the packages of a program", () => {
  let folder: string;
  const write = async (where: string, manifest: object): Promise<void> => {
    await mkdir(path.join(folder, where), { recursive: true });
    await writeFile(path.join(folder, where, "package.json"), JSON.stringify(manifest));
  };
  const program = (): string => path.join(folder, "program");
  const namesAndVersions = (found: readonly { name: string; version: string }[]): string[] =>
    found.map(({ name, version }) => `${name} ${version}`).sort();

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "packages-"));
    await write("node_modules/@pulumi/cloud", {
      name: "@pulumi/cloud",
      version: "7.0.0",
      pulumi: { resource: true },
    });
    await write("node_modules/shadowed", { name: "shadowed", version: "1.0.0" });
    await write("program", {
      name: "program",
      version: "0.0.0",
      dependencies: { "@pulumi/cloud": "^7.0.0", shadowed: "*", absent: "*" },
      devDependencies: { "third-party": "*" },
    });
    await write("elsewhere", {
      name: "third-party",
      version: "v2.0.0",
      pulumi: { resource: true, name: "third", version: "2.1.0", server: "https://plugins.example" },
    });
    await write("program/node_modules/shadowed", {
      name: "shadowed",
      version: "2.0.0",
      pulumi: { resource: false },
    });
    await symlink(path.join(folder, "elsewhere"), path.join(program(), "node_modules", "third-party"));
    await write("program/node_modules/shadowed/node_modules/@pulumi/cloud", {
      name: "@pulumi/cloud",
      version: "7.0.0",
      pulumi: { resource: true },
    });
    await write("program/node_modules/shadowed/node_modules/inner", { name: "inner", version: "3.0.0" });
    await write("program/node_modules/.store/hidden", { name: "hidden", version: "1.0.0" });
    await mkdir(path.join(program(), "node_modules", "no-package"));
  });
  after(() => rm(folder, { recursive: true }));

  it("are those that Node would find, with what they brought along", async () => {
    const found = (await installedPackages(program())).filter(({ name }) => !name.startsWith("@types/"));
    expect(namesAndVersions(found)).to.include.members([
      "@pulumi/cloud 7.0.0",
      "inner 3.0.0",
      "shadowed 1.0.0",
      "shadowed 2.0.0",
      "third-party v2.0.0",
    ]);
    expect(namesAndVersions(found)).not.to.include("hidden 1.0.0");
  });

  it("ask for plugins, each version once, by the name that they say or by Pulumi's own", async () => {
    expect(pluginsOf(await installedPackages(program()))).to.have.deep.members([
      { name: "cloud", version: "v7.0.0" },
      { name: "third", version: "v2.1.0", server: "https://plugins.example" },
    ]);
  });

  it("are told as dependencies in the versions that the program imports", async () => {
    expect(namesAndVersions(await dependenciesOf(program(), false))).to.deep.equal([
      "@pulumi/cloud 7.0.0",
      "shadowed 2.0.0",
      "third-party v2.0.0",
    ]);
    expect(namesAndVersions(await dependenciesOf(program(), true))).to.include("inner 3.0.0");
  });
});
