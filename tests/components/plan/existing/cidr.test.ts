// Proves which CIDR blocks cover another, together or alone. Does not prove which addresses nodes have.
import { expect } from "chai";
import fc from "fast-check";
import { contains, covers, isCidr, isSingle } from "../../../../components/plan/existing/cidr.ts";

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

describe("contains", () => {
  it("compares ranges of one family by their numbers, however they are written", () => {
    for (const [outer, inner] of [
      ["10.0.0.0/8", "10.1.0.0/16"],
      ["10.255.0.1/8", "10.0.0.0/8"],
      ["::/0", "2600:1f18::/56"],
      ["2600:1F18:0::/32", "2600:1f18:1:100::/56"],
      ["0.0.0.0/0", "255.255.255.255/32"],
    ] as const) {
      expect(contains(outer, inner), `${outer} ${inner}`).to.be.true;
      if (outer !== inner) expect(contains("0.0.0.0/33", inner)).to.be.false;
    }
    for (const [outer, inner] of [
      ["10.1.0.0/16", "10.0.0.0/8"],
      ["10.0.0.0/8", "11.0.0.0/16"],
      ["0.0.0.0/0", "::/0"],
      ["::/0", "10.0.0.0/8"],
      ["2600:1f18::/32", "2600:1f19::/56"],
      ["fe80::1%eth0/64", "fe80::/64"],
    ] as const)
      expect(contains(outer, inner), `${outer} ${inner}`).to.be.false;
  });

  it("knows a range from what is none, and from a single address", () => {
    for (const cidr of ["10.0.0.0/8", "::/0", "fd00::1/128"]) expect(isCidr(cidr), cidr).to.be.true;
    for (const text of ["10.0.0.0", "10.0.0/8", "010.0.0.0/8", "10.0.0.0/33", "::/129", "::g/64", ""])
      expect(isCidr(text), text).to.be.false;
    expect(["10.0.0.1/32", "::1/128"].every(isSingle)).to.be.true;
    expect(["10.0.0.0/31", "::/127", "::1/32", "x/32"].some(isSingle)).to.be.false;
  });
});
