/**
 * Proves: which keys of a stack file are ours, which leaves are secrets, and which files are refused.
 * Does not prove: how scalars are read (scalar.test.ts).
 */
import { expect } from "chai";
import { SecretLeaf } from "../../../../components/settings/secret.ts";
import { parseStackFile, StackFileError } from "../../../../components/settings/stackFile/stackFile.ts";

describe("parseStackFile", () => {
  it("takes the project's keys, written in any of three ways, and no other namespace's", () => {
    const text = [
      "encryptionsalt: v1:AAAA",
      "config:",
      "  aws:region: us-east-1",
      "  pulumi:tags: {a: b}",
      "  jupyterhub-efs:userMode: root",
      "  jupyterhub-efs:config:provisioning: dynamic",
      "  homesPath: /homes",
    ].join("\n");
    expect(parseStackFile(text)).to.deep.equal({
      userMode: "root",
      provisioning: "dynamic",
      homesPath: "/homes",
    });
  });

  it("makes a secret of each secure leaf, and of nothing beside it", () => {
    const { hub } = parseStackFile(
      "config:\n  jupyterhub-efs:hub: {name: x, values: {list: [{b: {secure: v1:abc}}]}}\n",
    ) as { hub: { name: string; values: { list: { b: unknown }[] } } };
    expect(hub.name).to.equal("x");
    expect(hub.values.list[0]?.b).to.be.instanceOf(SecretLeaf);
    expect(JSON.stringify(hub)).not.to.include("v1:abc");
  });

  it("follows anchors and merge keys", () => {
    const text = [
      "config:",
      "  jupyterhub-efs:a: &a {x: 1, y: {z: 2}}",
      "  jupyterhub-efs:b: *a",
      "  jupyterhub-efs:c: {<<: *a, x: 5}",
    ].join("\n");
    const { a, b, c } = parseStackFile(text);
    expect(b).to.deep.equal(a);
    expect(c).to.deep.equal({ x: 5, y: { z: 2 } });
  });

  it("reads the first document only, as the engine does", () => {
    expect(parseStackFile("config:\n  a: x\n---\nconfig:\n  b: y\n")).to.deep.equal({ a: "x" });
  });

  for (const empty of ["", "# nothing\n", "encryptionsalt: x\n", "config:\n", "config: {}\n"]) {
    it(`finds no keys in ${JSON.stringify(empty)}`, () => {
      expect(parseStackFile(empty)).to.deep.equal({});
    });
  }

  const refused: Readonly<Record<string, string>> = {
    "a key that is there twice": "config:\n  jupyterhub-efs:hub: {name: x, name: y}\n",
    "a top-level key that is there twice": "config:\n  a: x\n  a: y\n",
    "a key with and without its namespace": "config:\n  a: x\n  jupyterhub-efs:a: y\n",
    "a key of too many parts": "config:\n  jupyterhub-efs:a:b: x\n",
    "an infinite number": "config:\n  a: {b: .inf}\n",
    "config that is a list": "config: [1]\n",
    "a file that is a list": "- 1\n",
    "broken YAML": "config: {a: [\n",
    "an unknown anchor": "config: {a: *b}\n",
    "an anchor in itself": "config: {a: &a {b: *a}}\n",
    "a merge of text": "config: {a: {<<: x}}\n",
  };
  for (const [what, text] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      expect(() => parseStackFile(text)).to.throw(StackFileError);
    });
  }
});
