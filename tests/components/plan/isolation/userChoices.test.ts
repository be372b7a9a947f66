// Proves what users may not choose: traits of their server, its service account, or what is filled into a profile. Does not
// prove what KubeSpawner makes of the rest: tests/engine/spawner/values.test.ts asks the real one.
import { expect } from "chai";
import { SecretLeaf } from "../../../../components/settings/secret.ts";
import { at, inProfile, OVERRIDE, pathsOf } from "./asked.ts";

describe("what users choose", () => {
  const options = "hub.config.KubeSpawner.apply_user_options";
  for (const trait of [
    "extra_pod_config",
    "extra_container_config",
    "environment",
    "extra_containers",
    "service_account",
    "singleuser_service_account",
    "profile_list",
    "image",
    "cmd",
    "lifecycle_hooks",
    "supplemental_gids",
    "user_storage_class",
    "_pvc_exists",
  ]) {
    it(`is no trait that decides about others, by the hub's API: ${trait}`, () => {
      expect(pathsOf(at(options, { size: "mem_limit", p: trait }))).to.deep.equal([options]);
    });
  }

  it("may be a server's size, or its first page, and has to be looked into", () => {
    expect(pathsOf(at(options, { size: "mem_limit", cores: "cpu_limit", page: "default_url" }))).to.be.empty;
    expect(pathsOf(at(options, "a.b"))).to.deep.equal([options]);
    expect(pathsOf(at(`${options}.size`, new SecretLeaf("volumes")))).to.include(`${options}.size`);
  });

  for (const name of ["{value}", "{username}", "h{servername}", "hub"]) {
    it(`is no service account: ${name}`, () => {
      expect(pathsOf(inProfile({ service_account: name }))).to.include(`${OVERRIDE}.service_account`);
      for (const place of ["singleuser.serviceAccountName", "hub.config.KubeSpawner.service_account"])
        expect([...new Set(pathsOf(at(place, name)))], place).to.deep.equal([place]);
    });
  }

  it("is not the account of the hub where the chart makes none", () => {
    const servers = (serviceAccountName: string) => ({
      hub: { serviceAccount: { create: false } },
      singleuser: { serviceAccountName },
    });
    expect(pathsOf(servers("default"))).to.deep.equal(["singleuser.serviceAccountName"]);
    expect(pathsOf(servers("readers"))).to.deep.equal([]);
  });

  it("goes into an image, a size or a variable of a profile's free choice", () => {
    const free = { image: "{value}", mem_limit: "{value}", environment: { CHOICE: "{value}" } };
    expect(pathsOf(inProfile(free))).to.deep.equal([]);
  });

  for (const [override, path] of [
    [{ extra_pod_config: { nodeName: "{value}" } }, "extra_pod_config.nodeName"],
    [{ extra_pod_config: { "{value}": true } }, "extra_pod_config.{value}"],
    [{ environment: { "{value}": "0" } }, "environment.{value}"],
    [
      { extra_containers: [{ name: "x", volumeMounts: [{ name: "home", subPath: "{value}" }] }] },
      "extra_containers[0].volumeMounts[0].subPath",
    ],
  ] as const) {
    it(`goes nowhere else in it: ${path}`, () => {
      expect(pathsOf(inProfile(override))).to.deep.equal([`${OVERRIDE}.${path}`]);
    });
  }
});
