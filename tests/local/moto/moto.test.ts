// Proves the command that starts the simulated AWS and that its packages are pinned. Starts nothing.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { motoCommand, requirementsFile } from "../../../local/moto/moto.ts";

describe("the simulated AWS", () => {
  it("listens on the given port and knows the API server", () => {
    const kubernetes = { endpoint: "https://127.0.0.1:6443", certificateAuthority: "Q0E=" };
    const { command, args, env } = motoCommand({ python: "/venv/bin/python", port: 5000, kubernetes });
    expect(command).to.equal("/venv/bin/python");
    expect(args.slice(-2)).to.deep.equal(["--port", "5000"]);
    expect(env).to.include({ LOCAL_KUBERNETES_ENDPOINT: kubernetes.endpoint, LOCAL_KUBERNETES_CA: "Q0E=" });
  });

  it("has every package pinned to one version and known hashes", () => {
    const packages = readFileSync(requirementsFile, "utf8")
      .replaceAll("\\\n", " ")
      .split("\n")
      .filter((line) => /^\S/.test(line) && !line.startsWith("#"));
    expect(packages).to.not.deep.equal([]);
    for (const line of packages) expect(line).to.match(/^[\w.[\],-]+==[\w.]+ .*--hash=sha256:[0-9a-f]{64}/);
  });
});
