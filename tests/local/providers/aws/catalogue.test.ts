// Proves that every entry of the catalogue exists under the SDK's own name, and that its rules speak of the SDK's own arguments.
import { expect } from "chai";
import {
  functionModules,
  functionOf,
  moduleOf,
  typeModules,
  typeOf,
} from "../../../../local/providers/aws/catalogue.ts";
import { rootOf } from "../../../../local/providers/engine/diff.ts";
import { declarations, typeAt } from "./support.ts";

describe("the catalogue", () => {
  it("finds the SDK's module in a token", () => {
    expect(moduleOf("aws:efs/fileSystem:FileSystem")).to.equal("efs/fileSystem");
    expect(moduleOf("aws:index/getRegion:getRegion")).to.equal("getRegion");
  });

  it("has nothing for what is not imitated", () => {
    expect(typeOf("s3/bucket")).to.equal(undefined);
    expect(functionOf("s3/getBucket")).to.equal(undefined);
  });

  for (const module of typeModules) {
    it(`has rules for arguments of ${module} that the SDK declares`, async () => {
      const type = await typeAt(module);
      const { inputs } = await declarations.of(module);
      const { replaceOn, defaults = {}, decidedByCloud = [], sets = [], documents = [], naming } = type;
      const spoken = [...replaceOn, ...Object.keys(defaults), ...decidedByCloud, ...sets, ...documents];
      const roots = [...spoken, ...(naming ? [naming.property] : [])].map(rootOf);
      expect(Object.keys(inputs)).to.include.members(roots);
    }).timeout(60_000);
  }

  for (const module of functionModules) {
    it(`has a function for ${module}, which the SDK declares`, async () => {
      expect(await functionOf(module)).to.have.property("title");
      expect(Object.keys((await declarations.of(module)).outputs)).to.not.deep.equal([]);
    });
  }
});
