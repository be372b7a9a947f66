// Proves which address of the hub the values say, and where an OAuth provider sends people back to. Does not prove that
// anything answers there.
import { expect } from "chai";
import { callbackUrlInValues, urlInValues } from "../../../components/settings/publicUrl.ts";

describe("urlInValues", () => {
  it("takes the host of the values' https, then of their ingress", () => {
    const ingress = { enabled: true, hosts: ["a.example.org"], tls: [{}] };
    expect(urlInValues({ ingress })).to.equal("https://a.example.org/");
    expect(urlInValues({ ingress: { ...ingress, tls: [] } })).to.equal("http://a.example.org/");
    expect(urlInValues({ ingress, proxy: { https: { enabled: true, hosts: ["b.example.org"] } } })).to.equal(
      "https://b.example.org/",
    );
  });

  it("leaves it to the Service where the values say no host, or have it switched off", () => {
    for (const values of [
      {},
      { proxy: null },
      { proxy: { https: { enabled: false, hosts: ["b.example.org"] } } },
      { ingress: { enabled: true, hosts: [] } },
    ]) {
      expect(urlInValues(values)).to.equal(undefined);
    }
  });
});

describe("callbackUrlInValues", () => {
  const https = { enabled: true, hosts: ["hub.example.org"] };

  it("is JupyterHub's own path at the hub's address", () => {
    expect(callbackUrlInValues({ proxy: { https } })).to.equal("https://hub.example.org/hub/oauth_callback");
    for (const baseUrl of ["/lab", "/lab/", "lab"]) {
      expect(callbackUrlInValues({ proxy: { https }, hub: { baseUrl } })).to.equal(
        "https://hub.example.org/lab/hub/oauth_callback",
      );
    }
  });

  it("is not guessed without HTTPS, or where a part of it cannot be looked into", () => {
    expect(callbackUrlInValues({ ingress: { enabled: true, hosts: ["hub.example.org"] } })).to.equal(
      undefined,
    );
    expect(callbackUrlInValues({ proxy: { https }, hub: { baseUrl: 1 } })).to.equal(undefined);
    expect(callbackUrlInValues({})).to.equal(undefined);
  });
});
