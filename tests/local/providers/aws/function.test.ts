// Proves what a data source says when it finds nothing or fails, and that its own wrong answers are not let through.
import { expect } from "chai";
import { awsConfig } from "../../../../local/providers/aws/config.ts";
import { present, theOnly } from "../../../../local/providers/aws/findFault.ts";
import { type AnyAwsFunction, awsFunction } from "../../../../local/providers/aws/function.ts";
import { Session } from "../../../../local/providers/aws/session.ts";
import { declarations } from "./support.ts";

const session = new Session(awsConfig({}, { AWS_REGION: "us-east-1" }));

/** What a function for `backup.getVault` answers or says. */
async function outcome(
  read: AnyAwsFunction["read"],
  args = { name: "homes" },
  title = "Thing",
): Promise<unknown> {
  const type: AnyAwsFunction = { title, subject: ({ name }: { name: string }) => `${title} (${name})`, read };
  const declared = await declarations.of("backup/getVault");
  const context = { signal: new AbortController().signal, log: () => Promise.resolve() };
  try {
    return await awsFunction(type, declared, session)(args, context);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe("a function", () => {
  it("fills in what it does not tell", async () => {
    expect(await outcome(() => Promise.resolve({ arn: "arn:a" }))).to.deep.equal({
      arn: "arn:a",
      id: "",
      kmsKeyArn: "",
      name: "",
      recoveryPoints: 0,
      region: "us-east-1",
      tags: {},
    });
  });

  it("says without more ado that nothing matches, or too much", async () => {
    expect(await outcome(() => Promise.resolve(theOnly([], "Thing")))).to.equal("no matching Thing found");
    expect(await outcome(() => Promise.resolve(theOnly([1, 2], "Thing") as never))).to.equal(
      "multiple Things matched; use additional constraints to reduce matches to a single Thing",
    );
  });

  it("names what was looked for where its arguments do", async () => {
    expect(await outcome(() => Promise.resolve().then(() => present<never>(undefined)))).to.equal(
      "reading Thing (homes): couldn't find resource",
    );
    expect(await outcome(() => Promise.reject(new Error("no address")))).to.equal(
      "reading Thing (homes): no address",
    );
  });

  it("refuses arguments and answers that the SDK does not declare", async () => {
    const args = { name: "homes", nam: "x" } as { name: string };
    expect(await outcome(() => Promise.resolve({}), args)).to.match(/^reading Thing \(homes\): "nam" /);
    expect(await outcome(() => Promise.resolve({ arn: 3 }))).to.match(
      /stand-in answers wrongly for Thing: "arn"/,
    );
  });
});
