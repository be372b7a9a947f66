// Proves which CIDR blocks cover another, together or alone. Does not prove which addresses nodes have.
import { expect } from "chai";
import fc from "fast-check";
import { covers } from "../../../../components/plan/existing/cidr.ts";

describe("covers", () => {
  it("knows a block that holds another, and one that does not", () => {
    expect(covers(["10.0.0.0/8"], "10.1.0.0/16")).to.be.true;
    expect(covers(["0.0.0.0/0"], "10.1.0.0/16")).to.be.true;
    expect(covers(["10.1.0.0/16"], "10.1.0.0/16")).to.be.true;
    expect(covers(["10.1.0.0/17"], "10.1.0.0/16")).to.be.false;
    expect(covers([], "10.1.0.0/16")).to.be.false;
    // The bits after the prefix mean nothing.
    expect(covers(["10.1.255.255/16"], "10.1.0.0/16")).to.be.true;
    expect(covers(["255.255.255.255/32"], "255.255.255.255/32")).to.be.true;
  });

  it("puts blocks together, in any order, and sees a gap", () => {
    expect(covers(["10.1.128.0/17", "10.1.0.0/17"], "10.1.0.0/16")).to.be.true;
    expect(covers(["10.1.0.0/18", "10.1.128.0/17"], "10.1.0.0/16")).to.be.false;
    expect(covers(["10.1.0.0/17", "10.1.0.0/20", "10.1.128.0/17"], "10.1.0.0/16")).to.be.true;
  });

  it("takes nothing else for a block", () => {
    for (const wrong of ["", "10.0.0.0", "10.0.0/8", "10.0.0.256/8", "10.0.0.0/33", "2001:db8::/32"]) {
      expect(covers([wrong], "10.1.0.0/16"), wrong).to.be.false;
      expect(covers(["0.0.0.0/0"], wrong), wrong).to.be.false;
    }
  });

  it("covers a block by its halves, whatever the block", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 31 }), (address, prefix) => {
        const halves = halvesOf(address, prefix);
        expect(covers(halves, `${address}/${prefix}`)).to.be.true;
        for (const half of halves) expect(covers([half], `${address}/${prefix}`)).to.be.false;
      }),
    );
  });
});

function halvesOf(address: string, prefix: number): string[] {
  const bits = address
    .split(".")
    .map((byte) => Number(byte).toString(2).padStart(8, "0"))
    .join("");
  return ["0", "1"].map((bit) => {
    const half = (bits.slice(0, prefix) + bit).padEnd(32, "0");
    const bytes = [0, 8, 16, 24].map((at) => parseInt(half.slice(at, at + 8), 2));
    return `${bytes.join(".")}/${prefix + 1}`;
  });
}
