// Proves what the runner is told of a request. That the runner understands it is proved by the engine tests.
import { expect } from "chai";
import { flagsOf } from "../../../local/language/flags.ts";
import { invocation } from "../../../local/language/invocation.ts";
import { messages, type RunRequest } from "../../../local/language/protocol.ts";

describe("flagsOf", () => {
  it("finds the engine behind flags for tracing and logging", () => {
    expect(flagsOf(["--logtostderr", "-v=9", "--tracing", "file:./a", "127.0.0.1:41"])).to.deep.equal({
      engine: "127.0.0.1:41",
      tracing: "file:./a",
    });
    expect(flagsOf(["127.0.0.1:41"])).to.deep.equal({ engine: "127.0.0.1:41" });
  });

  it("does without an engine when somebody starts the host by hand", () => {
    expect(flagsOf([])).to.deep.equal({});
  });
});

describe("invocation", () => {
  const request = (change: (request: RunRequest) => void = () => undefined): RunRequest => {
    const info = new messages.ProgramInfo();
    info.setRootDirectory("/root");
    info.setProgramDirectory("/srv/infra");
    info.setEntryPoint("index.ts");
    const made = new messages.RunRequest();
    made.setInfo(info);
    made.setMonitorAddress("127.0.0.1:42");
    made.setOrganization("organization");
    made.setProject("hubs");
    made.setStack("prod");
    made.setPwd("/srv/infra");
    made.setParallel(16);
    change(made);
    return made;
  };
  const flags = { engine: "127.0.0.1:41" };
  const options = { typescript: false, nodeargs: [] };

  it("says where and as what the program runs, with the engine's monitor itself", () => {
    expect(invocation(request(), "/sdk/run.js", flags, options).args).to.deep.equal([
      "/sdk/run.js",
      "--monitor=127.0.0.1:42",
      "--engine=127.0.0.1:41",
      "--organization=organization",
      "--project=hubs",
      "--root-directory=/root",
      "--stack=prod",
      "--pwd=/srv/infra",
      "--query-mode=false",
      "--parallel=16",
      "index.ts",
    ]);
  });

  it("says what is unusual about a run", () => {
    const unusual = request((made) => {
      made.setDryrun(true);
      made.setArgsList(["one", "--two"]);
      made.getInfo()?.setEntryPoint(".");
    });
    const traced = { ...flags, tracing: "file:./trace" };
    const { args } = invocation(unusual, "/sdk/run.js", traced, { ...options, nodeargs: ["--no-warnings"] });
    expect(args.slice(0, 2)).to.deep.equal(["--no-warnings", "/sdk/run.js"]);
    expect(args.slice(-5)).to.deep.equal(["--tracing=file:./trace", "--dry-run", ".", "one", "--two"]);
  });

  it("passes the configuration on under the names of every age, and which of it is secret", () => {
    const configured = request((made) => {
      made.getConfigMap().set("aws:region", "us-east-1");
      made.getConfigMap().set("aws:config:profile", "dev");
      made.getConfigMap().set("hubs:hub", '{"password":"a:b"}');
      made.setConfigsecretkeysList(["hubs:hub"]);
    });
    const { env } = invocation(configured, "/sdk/run.js", flags, options);
    expect(JSON.parse(env.PULUMI_CONFIG ?? "")).to.deep.equal({
      "aws:config:region": "us-east-1",
      "aws:config:profile": "dev",
      "hubs:config:hub": '{"password":"a:b"}',
    });
    expect(env.PULUMI_CONFIG_SECRET_KEYS).to.equal('["hubs:hub"]');
    expect(env).not.to.have.any.keys("PULUMI_NODEJS_TYPESCRIPT", "PULUMI_NODEJS_TSCONFIG_PATH");
  });

  it("has the SDK compile TypeScript where the project wants it", () => {
    const { env } = invocation(request(), "/sdk/run.js", flags, {
      typescript: true,
      tsconfig: "a.json",
      nodeargs: [],
    });
    expect(env).to.include({ PULUMI_NODEJS_TYPESCRIPT: "true", PULUMI_NODEJS_TSCONFIG_PATH: "a.json" });
  });
});
