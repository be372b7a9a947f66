// Proves what the local stack's copy of a stack file holds. That Pulumi deploys it, the engine tests prove.
import { expect } from "chai";
import { parse } from "yaml";
import { localStackFile } from "../../../local/inside/stackFile.ts";
import { type Crypter, newCrypter } from "../../../local/inside/stackSecrets.ts";

describe("localStackFile", () => {
  let theirs: Crypter;
  let ours: Crypter;
  before(() => {
    theirs = newCrypter("theirs");
    ours = newCrypter("local");
  });
  const copy = (text: string, passphrase?: string): string =>
    localStackFile(text, "Pulumi.a.yaml", ours, passphrase);

  it("keeps a file without secrets as it is, to the letter, and adds the salt", () => {
    const text = "# a comment\nconfig:\n  a:tag:   2026-08-10 # unquoted\n";
    expect(copy(text)).to.equal(`${text}encryptionsalt: ${ours.salt}\n`);
  });

  it("begins a line of its own for the salt", () => {
    expect(copy("config: {}")).to.equal(`config: {}\nencryptionsalt: ${ours.salt}\n`);
    expect(copy("")).to.equal(`encryptionsalt: ${ours.salt}\n`);
  });

  it("encrypts secrets anew at every depth, and nothing of the old key stays", () => {
    const [one, two] = [theirs.encrypt("one"), theirs.encrypt("two")];
    const text = `encryptionsalt: ${theirs.salt}\nconfig:\n  a:one:\n    secure: ${one}\n  a:deep:\n    list:\n      - plain\n      - secure: ${two}\n`;
    const result = parse(copy(text, "theirs")) as {
      config: Record<string, { secure: string; list: [string, { secure: string }] }>;
    };
    expect(ours.decrypt(result.config["a:one"]?.secure ?? "")).to.equal("one");
    expect(result.config["a:deep"]?.list[0]).to.equal("plain");
    expect(ours.decrypt(result.config["a:deep"]?.list[1].secure ?? "")).to.equal("two");
    expect(result).to.have.property("encryptionsalt", ours.salt);
  });

  it("drops a foreign salt that no secret needs, without a passphrase", () => {
    expect(parse(copy(`encryptionsalt: ${theirs.salt}\nconfig:\n  a:b: c\n`))).to.deep.equal({
      config: { "a:b": "c" },
      encryptionsalt: ours.salt,
    });
  });

  it("says what to do when it cannot open the secrets", () => {
    const secret = `config:\n  a:one:\n    secure: ${theirs.encrypt("one")}\n`;
    const salted = `encryptionsalt: ${theirs.salt}\n${secret}`;
    expect(() => copy(salted)).to.throw(
      `"Pulumi.a.yaml" holds "secure:" values. Set PULUMI_CONFIG_PASSPHRASE`,
    );
    expect(() => copy(salted, "wrong")).to.throw("PULUMI_CONFIG_PASSPHRASE does not open");
    expect(() => copy(`secretsprovider: awskms://alias/x\n${secret}`)).to.throw(
      "whose key this machine does not have",
    );
  });

  it("names the file and the place of bad YAML", () => {
    expect(() => copy("config: [")).to.throw(/"Pulumi\.a\.yaml" is not valid YAML: .*line 1/);
    expect(() => copy("- a\n")).to.throw(`must be a stack file`);
  });
});
