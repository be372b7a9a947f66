// Proves that secrets that a stack file marks, a kubeconfig too, are in no state, file of the backend, event or text of the
// command line, also when an update fails, and that what stands beside them stays readable; and that one given in the open,
// a number too, is in no state, plan or text, with a warning. Does not prove what the chart and the hub do with them; nor
// what is the engine's: its events and its backend repeat the stack file's config, and the SDK's lines for debugging in the
// events have every secret that the config did not mark. A tag that is marked is in `tagsAll`, readable.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { parse, stringify } from "yaml";
import { settings } from "./support/hub.ts";
import { Project } from "./support/project.ts";

const callbackUrl = "https://hub.example.org/hub/oauth_callback";
/** The cluster's own kubeconfig, with a user of whom nobody makes use. */
const kubeconfig = async (): Promise<string> => {
  const own = parse(await readFile(process.env.KUBECONFIG ?? "", "utf8")) as { users: unknown[] };
  const user = { name: "nobody", user: { token: "pl4nted-kubeconfig" } };
  return stringify({ ...own, users: [...own.users, user] });
};
/** What the engine is told is secret, by place. */
const marked: Readonly<Record<string, () => string | Promise<string>>> = {
  "kubernetes.kubeconfig": kubeconfig,
  "hub.database.url": () => "postgresql://hub:pl4nted-database@db.example.org/hub",
  "hub.signIn.clientSecret": () => "pl4nted-oauth",
  "hub.values.hub.config.Anything.some_leaf": () => "pl4nted-leaf",
};
/** Not in quotes, as a password of digits may be. */
const NUMBER = 424242424242;
const planted = new RegExp(`pl4nted-\\w+|${NUMBER}`);
/** Without those that the stack file has in the open. */
const markedOnes = /pl4nted-(?!open)\w+/;
const stack = (hub: Record<string, unknown> = {}) =>
  settings({
    tags: { team: "readable-tag" },
    hub: {
      database: { kind: "postgres" },
      signIn: { kind: "github", clientId: "readable-id", callbackUrl, organizations: ["lab"] },
      // In the open, as nobody should: it is a secret all the same.
      values: {
        hub: { config: { Anything: { plain: "readable-leaf", some_password: NUMBER } } },
        proxy: { secretToken: "pl4nted-open" },
      },
      ...hub,
    },
  });

/** Every text in a folder, for what no command prints. */
async function textsIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), "utf8"));
  return (await Promise.all(texts)).join("\n");
}

describe("secrets of a stack file", function () {
  let project: Project;
  let folder: string;

  const mark = async (): Promise<void> => {
    for (const [key, secretOf] of Object.entries(marked)) {
      const words = ["config", "set", "--secret", "--path", `jupyterhub-efs:${key}`, await secretOf()];
      const set = await project.pulumi(...words);
      expect(set.exitCode, set.all).to.equal(0);
    }
  };
  /** Runs a command of Pulumi; gives all that it printed and told of as events. */
  const seenOf = async (...words: string[]) => {
    const events = path.join(folder, "events.json");
    const { exitCode, all } = await project.pulumi(...words, "--event-log", events);
    const told = await readFile(events, "utf8");
    await rm(events, { force: true });
    expect(told).to.include("cancelEvent").and.not.match(markedOnes);
    return { exitCode, seen: all };
  };

  before(async () => {
    // Without it the command has no --event-log.
    process.env.PULUMI_DEBUG_COMMANDS = "true";
    folder = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-events-"));
    project = await Project.open("secrets", stack());
    await mark();
  });
  after(async () => {
    await project.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it("are in nothing that an update prints, logs or tells of, beside what is readable", async () => {
    const { exitCode, seen } = await seenOf("up", "--yes", "--diff");
    expect(exitCode, seen.slice(-2000)).to.equal(0);
    expect(seen).not.to.match(planted);
    expect(seen).to.include("readable-id").and.include("readable-leaf").and.include("readable-tag");
  });

  it("that were given in the open are told of", async () => {
    const { all } = await project.pulumi("preview");
    expect(all)
      .to.match(
        /hub\.values\.hub\.config\.Anything\.some_password, hub\.values\.proxy\.secretToken: given in the OPEN/,
      )
      .and.not.match(planted);
    expect(all).not.to.include("hub.signIn.clientSecret: given");
  });

  it("are encrypted in the state, leaf by leaf, and in the file that it is kept in", async () => {
    const { all: state } = await project.pulumi("stack", "export");
    expect(state).not.to.match(planted);
    expect(state).to.include("readable-id").and.include("readable-leaf").and.include("readable-tag");
    const backend = process.env.PULUMI_BACKEND_URL ?? "";
    expect(backend).to.match(/^file:\/\//);
    const texts = await textsIn(new URL(backend).pathname);
    expect(texts).to.include("readable-id").and.not.match(markedOnes);
  });

  it("are not printed by a change of theirs", async () => {
    const words = [
      "config",
      "set",
      "--secret",
      "--path",
      "jupyterhub-efs:hub.signIn.clientSecret",
      "pl4nted-new",
    ];
    expect((await project.pulumi(...words)).exitCode).to.equal(0);
    const { exitCode, seen } = await seenOf("preview", "--diff");
    expect(exitCode, seen.slice(-2000)).to.equal(0);
    expect(seen).to.include("~").and.not.match(planted);
  });

  it("are not printed by an update that the settings or the chart refuse", async () => {
    await project.say(stack({ database: { kind: "postgress" } }));
    await mark();
    const settingsRefuse = await seenOf("preview");
    expect(settingsRefuse.exitCode).not.to.equal(0);
    expect(settingsRefuse.seen).to.include("hub.database.kind").and.not.match(planted);
    await project.say(stack({ values: { singleuser: { storrage: { password: "pl4nted-open-too" } } } }));
    await mark();
    const chartRefuses = await seenOf("up", "--yes", "--skip-preview");
    expect(chartRefuses.exitCode).not.to.equal(0);
    expect(chartRefuses.seen).to.include("storrage").and.not.match(planted);
  });

  it("stand in a plan as [secret], for people and for programs", async () => {
    await project.say(stack());
    await mark();
    for (const words of [[], ["--json"]]) {
      const { exitCode, all } = await project.plan(...words);
      expect(exitCode, all).to.equal(0);
      expect(all).not.to.match(planted);
    }
    const { all } = await project.plan("--json");
    expect(all).to.include("[secret]").and.include("readable-id");
  });

  it("are in nothing that a destroy prints, logs or tells of", async () => {
    const { exitCode, seen } = await seenOf("destroy", "--yes", "--diff");
    expect(exitCode, seen.slice(-2000)).to.equal(0);
    expect(seen).to.not.match(planted);
  });
});
