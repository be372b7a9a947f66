// Proves which values of the user's are taken with a warning. Does not prove that nothing else deserves one.
import { expect } from "chai";
import { warningsOf } from "../../../components/plan/warnings.ts";
import { settingsOf } from "../../support/settings.ts";

describe("warningsOf", () => {
  it("tells that a One Zone file system is lost with its zone, and reached from there only", () => {
    const warnings = warningsOf(settingsOf({ fileSystem: { create: { oneZone: "us-east-1a" } } }));
    expect(warnings.join()).to.match(/if that zone is lost, so are they/);
    expect(warnings.join()).to.match(/servers run on nodes of that zone only/);
  });

  const aboutHomes = (extraVolumeMounts: unknown, provisioning = "static") =>
    warningsOf(
      settingsOf({ provisioning, hub: { values: { singleuser: { storage: { extraVolumeMounts } } } } }),
    ).filter((warning) => warning.includes("every home"));

  it("tells that a mount of the whole volume shows every home to every user", () => {
    const mount = { name: "home", mountPath: "/everybody", readOnly: true };
    expect(aboutHomes([mount])).to.have.lengthOf(1);
    expect(aboutHomes({ everybody: mount })).to.have.lengthOf(1);
    expect(aboutHomes([{ ...mount, subPath: "" }])).to.have.lengthOf(1);
  });

  it("takes a directory beside the homes, and other volumes, without a word", () => {
    const mount = { name: "home", mountPath: "/home/jovyan/shared", subPath: "_shared" };
    expect(aboutHomes([mount])).to.be.empty;
    expect(aboutHomes([{ name: "data", mountPath: "/data" }])).to.be.empty;
    expect(aboutHomes(undefined)).to.be.empty;
  });

  it("does not speak of it in dynamic provisioning, where a volume is one home", () => {
    expect(aboutHomes([{ name: "home", mountPath: "/everybody" }], "dynamic")).to.be.empty;
  });
});
