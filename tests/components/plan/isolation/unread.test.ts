// Proves that what is looked into is there to be looked into, also in the middle of a list: no secret, no Output. Does not prove
// that a free value is harmless to the user who gets it.
import { output } from "@pulumi/pulumi";
import { expect } from "chai";
import { SecretLeaf } from "../../../../components/settings/secret.ts";
import { at, faultsOf, inProfile, OVERRIDE, pathsOf } from "./asked.ts";

for (const [what, opaque] of [
  ["a secret", new SecretLeaf("x")],
  ["an Output", output("x")],
] as const) {
  describe(`${what} among what is looked into`, () => {
    for (const path of [
      "singleuser.profileList",
      "singleuser.extraEnv",
      "singleuser.extraPodConfig.nodeSelector",
      "singleuser.serviceAccountName",
      "singleuser.storage.extraVolumes.x",
      "singleuser.storage.extraVolumes.x.persistentVolumeClaim",
      "singleuser.storage.extraVolumes.x.persistentVolumeClaim.claimName",
      "singleuser.storage.extraVolumeMounts.x.name",
      "singleuser.storage.dynamic.volumeNameTemplate",
      "hub.config.KubeSpawner.extra_pod_config",
      "hub.config.Spawner.extra_container_config",
      "hub.config.GitHubOAuthenticator",
      "hub.loadRoles",
      "hub.loadRoles.x.scopes",
    ]) {
      it(`is refused: ${path}`, () => {
        expect(pathsOf(at(path, opaque))).to.deep.equal([path]);
      });
    }

    it("is refused as an item of a list", () => {
      for (const list of ["profileList", "initContainers", "extraContainers", "extraEnv"])
        expect(pathsOf(at(`singleuser.${list}`, [{ name: "own" }, opaque])), list).to.deep.equal([
          `singleuser.${list}[1]`,
        ]);
      for (const list of ["extraVolumes", "extraVolumeMounts"])
        expect(pathsOf(at(`singleuser.storage.${list}`, [opaque])), list).to.deep.equal([
          `singleuser.storage.${list}[0]`,
        ]);
      expect(pathsOf(at("singleuser.networkPolicy.egress", [opaque]))).to.deep.equal([
        "singleuser.networkPolicy.egress[0]",
      ]);
    });

    it("is refused in a profile", () => {
      expect(pathsOf(inProfile(opaque))).to.deep.equal([OVERRIDE]);
      for (const trait of ["environment", "extra_pod_config", "extra_container_config", "service_account"])
        expect(pathsOf(inProfile({ [trait]: opaque })), trait).to.deep.equal([`${OVERRIDE}.${trait}`]);
    });

    it("is taken as a variable, an image, a command or a size", () => {
      const container = {
        name: "own",
        image: opaque,
        command: [opaque],
        env: [{ name: "A", value: opaque }],
        resources: { limits: { cpu: opaque } },
      };
      expect(pathsOf(at("singleuser", { extraEnv: { A: opaque }, extraContainers: [container] }))).to.be
        .empty;
      expect(pathsOf(inProfile({ image: opaque, mem_limit: opaque, environment: { A: opaque } }))).to.be
        .empty;
      expect(pathsOf(at("hub.config.GitHubOAuthenticator.client_id", opaque))).to.be.empty;
    });

    it("is not shown", () => {
      expect(faultsOf(at("singleuser.serviceAccountName", opaque))[0]?.got).to.equal("[secret]");
    });
  });
}
