// Proves which places a component refuses, where types are not checked. Does not prove that an id is somebody's.
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { JupyterHubOnEfs } from "../../../components/jupyterHubOnEfs.ts";
import type { JupyterHubOnEfsArgs } from "../../../components/jupyterHubOnEfsArgs.ts";
import { placeFaults } from "../../../components/plan/placeFaults.ts";
import { register } from "../../support/mocks.ts";

const place = {
  subnets: { "us-east-1a": "subnet-1" },
  clientSecurityGroups: { nodes: pulumi.output("sg-1") },
};
const pathsOf = (changed: Record<string, unknown>) =>
  placeFaults({ ...place, ...changed }).map(({ path }) => path);

describe("placeFaults", () => {
  it("takes ids that are known and ids that are not", () => {
    expect(placeFaults(place)).to.be.empty;
  });

  it("refuses a place without zones or clients, and one whose keys are not known", () => {
    expect(pathsOf({ subnets: undefined })).to.deep.equal(["subnets"]);
    expect(pathsOf({ subnets: ["subnet-1"] })).to.deep.equal(["subnets"]);
    expect(pathsOf({ subnets: pulumi.output(place.subnets) })).to.deep.equal(["subnets"]);
    expect(pathsOf({ clientSecurityGroups: null })).to.deep.equal(["clientSecurityGroups"]);
  });

  it("refuses a key without an id", () => {
    expect(pathsOf({ subnets: { "us-east-1a": undefined, "us-east-1b": "" } })).to.deep.equal([
      "subnets.us-east-1a",
      "subnets.us-east-1b",
    ]);
  });

  it("is asked by the whole before anything is made", async () => {
    const hub = { database: { kind: "memory" }, signIn: { kind: "anyone" } };
    const args = { clusterName: "research", vpcId: "vpc-1", hub };
    let message = "";
    try {
      await register(() => new JupyterHubOnEfs("nowhere", args as unknown as JupyterHubOnEfsArgs));
    } catch (error) {
      message = String(error);
    }
    expect(message).to.include('"subnets" must be').and.to.include('"clientSecurityGroups" must be');
  });
});
