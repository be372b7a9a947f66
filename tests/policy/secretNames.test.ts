// Proves that the pack, which stands alone, takes for secrets what the components take for secrets: nothing less, and of names
// nothing more.
import { expect } from "chai";
import fc from "fast-check";
import { isSecretName, isSecretText } from "../../components/settings/secretNames.ts";
import * as pack from "../../policy/secretNames.ts";

const words = [
  ...["secret", "password", "passwd", "passphrase", "passcode", "token", "credential", "assertion", "pass"],
  ...["pw", "pwd", "pat", "pg", "api", "private", "public", "signing", "access", "session", "key", "s"],
  ...["existing", "image", "pull", "com", "url", "db", "OpenAI"],
];
const cases = [
  (word: string) => word,
  (word: string) => word.toUpperCase(),
  (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
];
const word = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...cases)).map(([text, as]) => as(text));
const names = fc
  .array(fc.tuple(fc.constantFrom("", "_", "-"), word), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(""));

const texts = [
  ...[
    "x",
    "https://idp/login",
    "https://hub@database/hub",
    "redis://:x@cache",
    "postgresql://h/d?password=b",
  ],
  ...[
    "https://ghp_0123456789abcdefghij@github.com/a/b",
    "-----BEGIN RSA PRIVATE KEY-----",
    "pg://h/d?user=a",
  ],
];

describe("the policy pack's secrets", () => {
  it("have the names that they have in the components", () => {
    let found = 0;
    fc.assert(
      fc.property(names, (name) => {
        expect(pack.isSecretName(name), name).to.equal(isSecretName(name));
        if (isSecretName(name)) found++;
      }),
      { numRuns: 2000 },
    );
    expect(found).to.be.within(100, 1900);
  });

  for (const text of texts)
    it(`are told by their text as in the components: ${text}`, () => {
      expect(pack.isSecretText(text)).to.equal(isSecretText(text));
    });
});
