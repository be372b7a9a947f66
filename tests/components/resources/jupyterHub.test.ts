// Proves the children of JupyterHub, its values and its URL under mocks. Does not prove that the chart takes the
// values, nor that a hub comes up: tests/engine does, with a stand-in chart.
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { JupyterHub, type JupyterHubArgs } from "../../../components/resources/jupyterHub.ts";
import { inputsOf, isSecretInput, register, resources, valueOf } from "../../support/mocks.ts";

const hub: JupyterHubArgs["hub"] = { database: { kind: "memory" }, signIn: { kind: "anyone" } };

describe("JupyterHub", () => {
  it("is a namespace, what servers belong to, and a release under a fixed name, and reads the public proxy's Service", async () => {
    const { made, all } = await register(() => new JupyterHub("alone", { hub: { ...hub, name: "physics" } }));
    expect(resources(all)).to.deep.equal([
      "ConfigMap alone-servers",
      "Namespace alone-namespace",
      "Release alone",
      "Service alone-proxy-public",
    ]);
    expect(inputsOf(all, "Release", "alone")).to.include({
      name: "physics",
      namespace: "physics",
      timeout: 600,
    });
    expect(await valueOf(made.url)).to.equal("http://lb.example.org/");
  });

  it("keeps servers from the VPC that it is told of, and refuses what is no range of addresses", async () => {
    const { all } = await register(() => new JupyterHub("vpc", { hub, vpcCidrs: ["52.0.0.0/24"] }));
    expect(JSON.stringify(inputsOf(all, "Release", "vpc").values)).to.include("52.0.0.0/24");
    for (const [vpcCidrs, path] of [
      [["10.0.0.0/16", "10.0.0.0"], "vpcCidrs[1]"],
      [[pulumi.output("10.0.0.0/16")], "vpcCidrs[0]"],
      ["10.0.0.0/16", "vpcCidrs"],
      [["2001:db8::/129"], "vpcCidrs[0]"],
    ] as const) {
      expect(() => new JupyterHub("wrong", { hub, vpcCidrs: vpcCidrs as never })).to.throw(
        `"${path}" must be`,
      );
    }
  });

  it("asks of its namespace what its pods need", async () => {
    const open = { singleuser: { cloudMetadata: { blockWithIptables: false } } };
    for (const [more, level] of [
      [{}, "privileged"],
      [{ blockNfs: false, values: open }, "baseline"],
    ] as const) {
      const { all } = await register(() => new JupyterHub("level", { hub: { ...hub, ...more } }));
      expect(inputsOf(all, "Namespace", "level-namespace"))
        .to.have.nested.property("metadata.labels")
        .that.deep.equals({ "pod-security.kubernetes.io/enforce": level });
    }
  });

  it("makes no namespace where there is one", async () => {
    const { all } = await register(() => new JupyterHub("inside", { hub, createNamespace: false }));
    expect(resources(all)).not.to.include("Namespace inside-namespace");
  });

  it("takes the URL out of the values where they say it, and asks nobody", async () => {
    const values = {
      ingress: { enabled: true, hosts: ["hub.example.org"], tls: [{ hosts: ["hub.example.org"] }] },
    };
    const { made, all } = await register(() => new JupyterHub("ingress", { hub: { ...hub, values } }));
    expect(await valueOf(made.url)).to.equal("https://hub.example.org/");
    expect(resources(all)).not.to.include("Service ingress-proxy-public");
  });

  it("keeps secrets of the values secret", async () => {
    // Mocks tell of the whole property when a leaf of it is secret; which leaf, the engine's state tells.
    const values = { hub: { config: { GitHubOAuthenticator: { client_secret: pulumi.secret("s3cret") } } } };
    const { all } = await register(() => new JupyterHub("secrets", { hub: { ...hub, values } }));
    expect(inputsOf(all, "Release", "secrets").values).to.satisfy(isSecretInput);
    const plain = await register(() => new JupyterHub("plain", { hub }));
    expect(inputsOf(plain.all, "Release", "plain").values).not.to.satisfy(isSecretInput);
  });

  it("keeps the database's address secret even when it was not given as a secret", async () => {
    const database = { kind: "postgres", url: "postgresql://hub:pw@db/hub" } as const;
    const { all } = await register(() => new JupyterHub("database", { hub: { ...hub, database } }));
    expect(inputsOf(all, "Release", "database").values).to.satisfy(isSecretInput);
  });

  it("guesses no database, also where types are not checked", async () => {
    for (const given of [{}, undefined, null, { name: "physics" }]) {
      const unchecked = { hub: given } as unknown as JupyterHubArgs;
      let message = "";
      try {
        await register(() => new JupyterHub("guess", unchecked));
      } catch (error) {
        message = String(error);
      }
      expect(message).to.match(/"hub(\.database)?" must be/);
    }
  });

  it("shows the release in a preview in which nothing is known yet", async () => {
    const { all } = await register(() => new JupyterHub("early", { hub }), { unknowns: true });
    expect(resources(all)).to.include.members(["Namespace early-namespace", "Release early"]);
  });
});
