// Proves the words of errors. The texts of real AWS calls are for the engine suite.
import { expect } from "chai";
import { apiError, hasCode, unlessMissing } from "../../../../local/providers/aws/apiError.ts";

const answered = (name: string, message: string): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 409 } });

describe("an API error", () => {
  it("says what was done, the status, the code and the service's text", () => {
    const error = apiError("creating EFS Mount Target", answered("MountTargetConflict", "one a zone"));
    expect(error.message).to.equal(
      "creating EFS Mount Target: https response error StatusCode: 409, api error MountTargetConflict: one a zone",
    );
  });

  it("keeps the words of any other error", () => {
    expect(apiError("reading X", new Error("no matching X found")).message).to.equal(
      "reading X: no matching X found",
    );
  });

  it("is told by its code", () => {
    expect(hasCode(answered("A", ""), "A", "B")).to.equal(true);
    expect(hasCode(answered("C", ""), "A", "B")).to.equal(false);
  });

  it("that means «not there» is no error where that is fine", async () => {
    expect(await unlessMissing(Promise.reject<string>(answered("NotFound", "")), "NotFound")).to.equal(
      undefined,
    );
    const other = await unlessMissing(Promise.reject<string>(answered("Other", "")), "NotFound").catch(
      () => "thrown",
    );
    expect(other).to.equal("thrown");
  });
});
