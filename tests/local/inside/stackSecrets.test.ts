// Proves that we read what Pulumi wrote (the values below are the output of `pulumi config set --secret`, 3.245.0) and
// read back what we write. That Pulumi reads what we write, the engine tests prove.
import { expect } from "chai";
import { crypterOf, newCrypter } from "../../../local/inside/stackSecrets.ts";

const salt = "v1:TgX1dqYICoc=:v1:Crb4ogGk+UulQxm4:CLDoc7TlyJQCSTxfFyUEmWC+5o7p8w==";
const sealed = "v1:sW4qxi6zhL7sMejh:sAY7/s/zoZ8nGQsnUlnEcT6OFmn+1PFtXD07q8Jq";

describe("stack secrets", () => {
  it("opens what Pulumi encrypted", () => {
    expect(crypterOf("correct horse", salt)?.decrypt(sealed)).to.equal("blue ünïcode");
  });

  it("knows a wrong passphrase", () => {
    expect(crypterOf("wrong horse", salt)).to.equal(undefined);
  });

  it("refuses a value that was changed", () => {
    const changed = sealed.replace("sAY7", "sAY8");
    expect(() => crypterOf("correct horse", salt)?.decrypt(changed)).to.throw();
  });

  it("opens its own, another time, by the salt alone", () => {
    const first = newCrypter("local");
    expect(crypterOf("local", first.salt)?.decrypt(first.encrypt("a secret"))).to.equal("a secret");
  });
});
