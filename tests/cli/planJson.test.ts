/**
 * Proves: the JSON form keeps the contract's keys and order, hides secrets, and says what is not known.
 * Does not prove: the values (golden.test.ts).
 */
import { expect } from "chai";
import { planJson } from "../../cli/planJson.ts";
import { planned, stackFileOf } from "./stacks.ts";

type Json = Record<string, unknown>;
const jsonOf = (provisioning: string, looked = true): Json =>
  JSON.parse(planJson(planned(stackFileOf("non-root", provisioning), looked).plan)) as Json;

const common = ["userMode", "provisioning", "exampleHome", "fileSystem", "securityGroup", "mountTargets"];
const last = ["driver", "hub", "warnings"];

describe("planJson", () => {
  it("has the parts of the mode, in the contract's order, and no others before them", () => {
    const statically = [
      ...common,
      "accessPoint",
      "persistentVolume",
      "persistentVolumeClaim",
      "standby",
      ...last,
    ];
    expect(Object.keys(jsonOf("static")).slice(0, statically.length)).to.deep.equal(statically);
    const dynamically = [...common, "storageClass", ...last];
    expect(Object.keys(jsonOf("dynamic")).slice(0, dynamically.length)).to.deep.equal(dynamically);
    for (const part of ["accessPoint", "persistentVolume", "standby"]) {
      expect(jsonOf("dynamic")).not.to.have.property(part);
    }
  });

  it("hides secrets and shows their neighbours", () => {
    const plan = jsonOf("static");
    expect(plan).to.have.nested.property("hub.values.hub.config.DummyAuthenticator.password", "[secret]");
    expect(plan).to.have.nested.property("hub.values.hub.db.url", "[secret]");
    expect(plan).to.have.nested.property("fileSystem.tags.owner", "[secret]");
    expect(plan).to.have.nested.property("fileSystem.tags.project", "jupyterhub");
    expect(JSON.stringify(plan)).not.to.include("hush");
  });

  it("hides an Output without asking it for JSON", () => {
    const output = {
      __pulumiOutput: true,
      toJSON: () => {
        throw new Error("asked");
      },
    };
    const { plan } = planned(stackFileOf("root", "static"));
    const text = planJson({ ...plan, hub: { ...plan.hub, values: { a: [output] } } });
    expect(JSON.parse(text)).to.have.nested.property("hub.values.a[0]", "[secret]");
  });

  it("hides a database's address that the file has in the open", () => {
    const open = stackFileOf("root", "static").replace(
      "{secure: v1:hush}}\n    admins",
      '"postgresql://me:hush@h/db"}\n    admins',
    );
    const text = planJson(planned(open).plan);
    expect(text).to.include('"url": "[secret]"').and.not.to.include("hush@");
  });

  it("keeps nulls of values", () => {
    expect(jsonOf("static")).to.have.nested.property("hub.values.singleuser.memory.guarantee", null);
  });

  it("gives each zone its subnet, or says that only the cloud knows", () => {
    expect(jsonOf("static").mountTargets).to.deep.equal({
      "us-east-1a": { subnetId: "subnet-0000000000000000a" },
      "us-east-1b": { subnetId: "subnet-0000000000000000b" },
    });
    expect(jsonOf("static", false).mountTargets).to.equal("(known after up)");
  });
});
