// Proves the exact children of HomeStorage and their inputs under mocks. Does not prove order or deletion: the claim
// that goes with its namespace, and the namespace that goes before the volumes, are tests/engine's.
import { readFileSync } from "node:fs";
import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { HomeStorage, type HomesHubArgs } from "../../../components/resources/homeStorage.ts";
import { inputsOf, register, resources, valueOf } from "../../support/mocks.ts";

const told = (output: pulumi.Output<string> | undefined) => output && valueOf(output);

describe("HomeStorage", () => {
  const both = (name: string) => [
    `AccessPoint ${name}-enforced`,
    `AccessPoint ${name}-plain`,
    `Namespace ${name}-namespace`,
    `PersistentVolume ${name}-enforced`,
    `PersistentVolume ${name}-plain`,
    `PersistentVolumeClaim ${name}-enforced`,
    `PersistentVolumeClaim ${name}-plain`,
  ];

  for (const userMode of ["non-root", "root"] as const) {
    it(`has the access points, volumes and claims of both modes in static provisioning: ${userMode}`, async () => {
      const { all } = await register(
        () => new HomeStorage(`s-${userMode}`, { fileSystemId: "fs-1", userMode }),
      );
      expect(resources(all)).to.deep.equal(both(`s-${userMode}`));
    });
  }

  it("registers the same inputs in both modes: a flip makes and changes nothing", async () => {
    const inputs = async (userMode: "non-root" | "root") => {
      const { all } = await register(() => new HomeStorage("flip", { fileSystemId: "fs-1", userMode }));
      return all.map(({ type, name, inputs }) => ({ type, name, inputs }));
    };
    expect(await inputs("root")).to.deep.equal(await inputs("non-root"));
  });

  it("tells the access point and the claim of the mode", async () => {
    const nonRoot = await register(() => new HomeStorage("used", { fileSystemId: "fs-1" }));
    expect(await told(nonRoot.made.accessPointId)).to.equal("used-enforced-id");
    expect(await told(nonRoot.made.homeClaim)).to.equal("efs-homes");
    const root = await register(() => new HomeStorage("used", { fileSystemId: "fs-1", userMode: "root" }));
    expect(await told(root.made.accessPointId)).to.equal("used-plain-id");
    expect(await told(root.made.homeClaim)).to.equal("efs-homes-plain");
    expect(root.made.homeStorageClass).to.equal(undefined);
  });

  it("gives the driver the file system and the access point as it wants them", async () => {
    const { all } = await register(() => new HomeStorage("handle", { fileSystemId: "fs-1" }));
    const { spec } = inputsOf(all, "PersistentVolume", "handle-enforced") as { spec: { csi: unknown } };
    expect(spec.csi).to.deep.equal({ driver: "efs.csi.aws.com", volumeHandle: "fs-1::handle-enforced-id" });
    expect(inputsOf(all, "AccessPoint", "handle-plain")).to.have.property("fileSystemId", "fs-1");
    expect(inputsOf(all, "AccessPoint", "handle-plain")).not.to.have.property("posixUser");
  });

  it("asks of the namespace what the hub's pods need, as it is told of the hub", async () => {
    const levelOf = async (name: string, hub: HomesHubArgs) => {
      const { all } = await register(() => new HomeStorage(name, { fileSystemId: "fs-1", hub }));
      return inputsOf(all, "Namespace", `${name}-namespace`);
    };
    const values = { singleuser: { cloudMetadata: { blockWithIptables: false } } };
    expect(JSON.stringify(await levelOf("one", {}))).to.include('"privileged"');
    expect(JSON.stringify(await levelOf("other", { blockNfs: false, values }))).to.include('"baseline"');
  });

  it("has a storage class and no volume in dynamic provisioning", async () => {
    const { made, all } = await register(
      () => new HomeStorage("dynamic", { fileSystemId: "fs-1", provisioning: "dynamic" }),
    );
    expect(resources(all)).to.deep.equal(["Namespace dynamic-namespace", "StorageClass dynamic"]);
    expect(inputsOf(all, "StorageClass", "dynamic").parameters).to.include({
      fileSystemId: "fs-1",
      uid: "1000",
    });
    expect(await told(made.homeStorageClass)).to.equal("hub-efs-homes");
    expect(made.accessPointId).to.equal(undefined);
  });

  it("has a release that ends volumes where all is to go and the file system stays, of a chart that is there", async () => {
    const { all } = await register(
      () =>
        new HomeStorage("end", {
          fileSystemId: "fs-1",
          fileSystem: { existing: { id: "fs-0123456789abcdef0" } },
          homesPath: "/homes",
          usernames: "safe",
          provisioning: "dynamic",
          dataProtection: "delete",
        }),
    );
    expect(resources(all)).to.include("Release end-volumes-end");
    const { chart } = inputsOf(all, "Release", "end-volumes-end");
    expect(readFileSync(`${String(chart)}/Chart.yaml`, "utf8")).to.include("name: volumes-end");
  });

  describe("with shared folders", () => {
    const sharedFolders = { data: {}, course: { writers: "everyone" } } as const;
    const made = async (args: Partial<ConstructorParameters<typeof HomeStorage>[1]>) =>
      (await register(() => new HomeStorage("s", { fileSystemId: "fs-1", sharedFolders, ...args }))).all;

    for (const userMode of ["non-root", "root"] as const) {
      it(`has a job that makes them in static provisioning, and nothing else that is new: ${userMode}`, async () => {
        expect(resources(await made({ userMode }))).to.have.members([...both("s"), "Job s-shared-folders"]);
      });

      it(`has an access point, a volume and a claim for each in dynamic provisioning: ${userMode}`, async () => {
        const all = await made({ userMode, provisioning: "dynamic", clusterName: "research" });
        const ways = ["course", "data"].flatMap((folder) =>
          ["AccessPoint", "PersistentVolume", "PersistentVolumeClaim"].map(
            (type) => `${type} s-shared-${folder}`,
          ),
        );
        expect(resources(all)).to.have.members(["Namespace s-namespace", "StorageClass s", ...ways]);
        expect(inputsOf(all, "AccessPoint", "s-shared-data")).to.deep.include({
          fileSystemId: "fs-1",
          posixUser: { uid: 1000, gid: 100 },
          tags: { Name: "hub-shared-data", "jupyterhub-efs/hub": "research/hub" },
        });
        const { spec } = inputsOf(all, "PersistentVolume", "s-shared-data") as { spec: { csi: object } };
        expect(spec.csi).to.have.property("volumeHandle", "fs-1::s-shared-data-id");
      });
    }

    it("keeps what dynamic servers hold while homes move to static provisioning", async () => {
      const names = resources(await made({ movedFrom: { provisioning: "dynamic" } }));
      expect(names).to.include.members(["Job s-shared-folders", "PersistentVolumeClaim s-shared-data"]);
    });
  });

  it("shows every resource in a preview in which nothing is known yet", async () => {
    const { all } = await register(() => new HomeStorage("early", { fileSystemId: "fs-1" }), {
      unknowns: true,
    });
    expect(resources(all)).to.deep.equal(both("early"));
    const { spec } = inputsOf(all, "PersistentVolume", "early-plain") as { spec: { csi: object } };
    expect(spec.csi).not.to.have.property("volumeHandle", "(known after up)");
  });
});
