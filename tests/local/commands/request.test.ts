// Proves how a command line is read. Does not prove what the commands do.
import { expect } from "chai";
import { Failure } from "../../../local/failure.ts";
import { readRequest } from "../../../local/commands/request.ts";

describe("readRequest", () => {
  const read = (line: string): unknown => readRequest(line === "" ? [] : line.split(" "));

  it("takes no words as up", () => {
    expect(read("")).to.deep.equal({ command: "up" });
  });

  it("reads the stack file in both forms, also without the word up", () => {
    for (const line of ["up --config a.yaml", "up --config=a.yaml", "--config a.yaml"]) {
      expect(read(line)).to.deep.equal({ command: "up", config: "a.yaml" });
    }
    expect(read("preview --config a.yaml")).to.deep.equal({ command: "preview", config: "a.yaml" });
  });

  it("hands everything after exec on as it is", () => {
    expect(read("exec kubectl get pods -A --config x")).to.deep.equal({
      command: "exec",
      words: ["kubectl", "get", "pods", "-A", "--config", "x"],
    });
    expect(read("exec -- pulumi up --yes")).to.deep.equal({
      command: "exec",
      words: ["pulumi", "up", "--yes"],
    });
  });

  it("reads the others", () => {
    expect(read("test --grep x")).to.deep.equal({ command: "test", words: ["--grep", "x"] });
    expect(read("down")).to.deep.equal({ command: "down", toolchain: false });
    expect(read("down --toolchain")).to.deep.equal({ command: "down", toolchain: true });
    expect(read("status")).to.deep.equal({ command: "status" });
    expect(read("--help")).to.deep.equal({ command: "help" });
  });

  const wrong: [line: string, told: string][] = [
    ["stats", `"stats" is no command. Did you mean "status"?`],
    ["frobnicate", `"frobnicate" is no command.`],
    ["up --confg a.yaml", "--confg"],
    ["up a.yaml", "a.yaml"],
    ["up --config", "--config"],
    ["up --config=", `"--config" needs`],
    ["--frob", "--frob"],
    ["exec", `"exec" needs a command`],
    ["exec --", `"exec" needs a command`],
    ["status now", "now"],
    ["down --all", "--all"],
  ];
  for (const [line, told] of wrong) {
    it(`refuses "${line}" with the usage and exit code 2`, () => {
      expect(() => read(line))
        .to.throw(Failure, told)
        .that.includes({ exitCode: 2 });
      expect(() => read(line)).to.throw("npm run local");
    });
  }
});
