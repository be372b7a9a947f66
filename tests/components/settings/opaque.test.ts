/**
 * Proves: Outputs, promises and secrets are taken where an Input may be, and nowhere else, and are never shown.
 * Does not prove: what becomes of them later.
 */
import { expect } from "chai";
import { checkProgramSettings } from "../../../components/settings/check.ts";
import { SecretLeaf } from "../../../components/settings/secret.ts";
import { faultsOf, stackOf } from "../../support/faults.ts";

const settingsOf = (raw: Record<string, unknown>) => {
  const checked = checkProgramSettings(stackOf(raw));
  if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.settings;
};

/** What a Pulumi Output looks like from outside. */
const output = { __pulumiOutput: true };

describe("an Output or a secret", () => {
  for (const [kind, value] of [
    ["Output", output],
    ["secret", new SecretLeaf("hush")],
    ["promise", Promise.resolve("x")],
  ] as const) {
    it(`(${kind}) is taken where an Input is, as it is`, () => {
      const settings = settingsOf({
        kubernetes: { kubeconfig: value },
        fileSystem: { create: { kmsKeyArn: value } },
        hub: { database: { kind: "postgres", url: value }, values: { a: { b: [value] } } },
        driver: { values: { a: value } },
        tags: { owner: value },
      });
      expect(settings.kubernetes?.kubeconfig).to.equal(value);
      expect(settings.fileSystem.create?.kmsKeyArn).to.equal(value);
      expect(settings.hub.database).to.deep.equal({ kind: "postgres", url: value });
      expect(settings.hub.values).to.have.nested.property("a.b[0]", value);
      expect(settings.driver.values.a).to.equal(value);
      expect(settings.tags.owner).to.equal(value);
    });

    it(`(${kind}) is a fault elsewhere, and is not shown`, () => {
      for (const path of ["userMode", "homesPath", "posix", "tags", "hub"]) {
        const fault = faultsOf({ [path]: value }).find((one) => one.path === path);
        expect(fault?.got).to.equal("[secret]");
        expect(JSON.stringify(fault)).not.to.include("hush");
      }
    });
  }
});
