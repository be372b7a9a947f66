/**
 * Proves: which databases, images, charts, drivers, namespaces and tags are refused.
 * Does not prove: that an image has a start.sh; only names and tags are looked at.
 */
import { expect } from "chai";
import { checkProgramSettings } from "../../../../components/settings/check.ts";
import { expectFault, expectNone, stackOf } from "../../../support/faults.ts";

const warningsOf = (raw: Record<string, unknown>): readonly string[] => {
  const checked = checkProgramSettings(stackOf(raw));
  if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.warnings;
};

describe("hub.database", () => {
  it("must be said", () => {
    expectFault({ hub: { database: undefined } }, "hub.database", /must be said/);
    expectFault({ hub: { database: {} } }, "hub.database.kind", /must be said/);
  });

  it("has what its kind needs, and nothing else", () => {
    expectFault({ hub: { database: { kind: "claim" } } }, "hub.database.storageClassName", /must be said/);
    expectFault({ hub: { database: { kind: "postgres" } } }, "hub.database.url", /must be said/);
    const storageClassName = "gp3";
    expectFault(
      { hub: { database: { kind: "memory", storageClassName } } },
      "hub.database.storageClassName",
      /only for kind `claim`/,
    );
    const url = "postgresql://u:p@h/db";
    const fault = expectFault(
      { hub: { database: { kind: "claim", storageClassName, url } } },
      "hub.database.url",
      /only for kind `postgres`/,
    );
    expect(fault.got).to.equal("[secret]");
    expectNone({ hub: { database: { kind: "postgres", url } } });
  });

  it("shows no address that it refuses", () => {
    const fault = expectFault(
      { hub: { database: { kind: "postgres", url: "postgres://me:hush@h/db" } } },
      "hub.database.url",
      /PostgreSQL/,
    );
    expect(JSON.stringify(fault)).not.to.include("hush");
  });

  it("must not lie on the homes' own class", () => {
    const database = { kind: "claim", storageClassName: "hub-efs-homes" };
    for (const provisioning of ["dynamic", "static"])
      expectFault({ provisioning, hub: { database } }, "hub.database.storageClassName", /NFS/);
  });

  it("in memory warns", () => {
    expect(warningsOf({ hub: { database: { kind: "memory" } } }).join()).to.match(/memory/);
  });
});

describe("hub.image", () => {
  const root = (image: Record<string, unknown>) => ({ userMode: "root", hub: { image } });

  it("must have start.sh in root mode", () => {
    const sample = { name: "quay.io/jupyterhub/k8s-singleuser-sample", tag: "4.4.0" };
    expectFault(root(sample), "hub.image.name", /no start\.sh/);
    expectNone({ hub: { image: sample } });
    expectFault(root({ name: "jupyter/base-notebook", tag: "latest" }), "hub.image.name", /Docker Hub/);
    expectFault(root({ tag: "2024-01-15" }), "hub.image.tag", /2024-01-22/);
    expectFault(root({ tag: "x86_64-2023-10-20" }), "hub.image.tag", /2024-01-22/);
    expectNone({ hub: { image: { tag: "2024-01-15" } } });
    expectNone(root({ tag: "2024-01-22" }));
  });

  it("warns in root mode where nobody can know", () => {
    expect(warningsOf(root({ name: "example.org/our/image", tag: "v1" })).join()).to.match(/not known/);
    expect(warningsOf(root({ tag: "latest" })).join()).to.match(/age/);
    expect(warningsOf(root({})).filter((text) => text.includes("image"))).to.deep.equal([]);
    expect(warningsOf({ hub: { image: { name: "example.org/our/image", tag: "v1" } } })).to.deep.equal([]);
  });

  it("of your own needs a tag of its own", () => {
    expectFault({ hub: { image: { name: "example.org/our/image" } } }, "hub.image.tag", /must be said/);
    expectNone({ hub: { image: { name: "quay.io/jupyter/base-notebook" } } });
  });
});

describe("charts", () => {
  it("of the hub are 4.3 or a newer 4.x", () => {
    for (const version of ["3.3.8", "4.2.0", "5.0.0"]) {
      expectFault({ hub: { chart: { version } } }, "hub.chart.version", /4\.3 or a newer 4\.x/);
    }
    for (const version of ["4.3.0", "4.10.1", "4.4.1-0.dev.git.1.habc"])
      expectNone({ hub: { chart: { version } } });
  });

  it("are one exact version", () => {
    for (const version of ["4.4", "^4.4.0", "latest"]) {
      expectFault({ hub: { chart: { version } } }, "hub.chart.version", /one exact version/);
    }
    expectFault({ driver: { chart: { version: 4.4 } } }, "driver.chart.version", /one exact version/);
  });

  it("come from a path or from a repository", () => {
    for (const owner of ["hub", "driver"]) {
      expectFault(
        { [owner]: { chart: { path: "./chart", version: "4.4.0" } } },
        `${owner}.chart.path`,
        /cannot stand together/,
      );
      expectNone({ [owner]: { chart: { path: "./chart" } } });
    }
  });
});

describe("the driver of others", () => {
  it("takes neither a chart nor values", () => {
    const install = "existing";
    const access = "tls";
    expectFault({ access, driver: { install, chart: { version: "4.0.0" } } }, "driver.chart", /only for/);
    expectFault({ access, driver: { install, values: { a: 1 } } }, "driver.values", /only for/);
    expectNone({ access, driver: { install } });
  });
});

describe("the hub", () => {
  it("grants sudo to root servers only", () => {
    expectFault({ hub: { grantSudo: true } }, "hub.grantSudo", /userMode: root/);
    expectNone({ userMode: "root", hub: { grantSudo: true } });
  });

  it("has a namespace of its own", () => {
    expectFault({ hub: { namespace: "kube-system" } }, "hub.namespace", /Kubernetes' own/);
    expectFault({ hub: { name: "default" } }, "hub.name", /Kubernetes' own/);
  });
});

describe("tags", () => {
  it("are at most 40", () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, "x"]));
    expectNone({ tags: many(40) });
    expectFault({ tags: many(41) }, "tags", /at most 40/);
  });

  it("have keys that AWS takes, and none that is AWS's or the driver's", () => {
    expectFault({ tags: { "aws:x": "y" } }, "tags.aws:x", /AWS's own/);
    expectFault({ tags: { "AWS:x": "y" } }, "tags.AWS:x", /AWS's own/);
    expectFault({ tags: { "efs.csi.aws.com/cluster": "true" } }, 'tags["efs.csi.aws.com/cluster"]', /driver/);
    expectFault({ tags: { ["k".repeat(129)]: "y" } }, `tags.${"k".repeat(129)}`, /AWS takes/);
    expectFault({ tags: { "a#b": "y" } }, "tags.a#b", /AWS takes/);
    expectNone({ tags: { "cost centre/a+b=c@d:e_f-g.h": "größe 1", empty: "" } });
  });

  it("have text of at most 256 as values", () => {
    expectFault({ tags: { key: "v".repeat(257) } }, "tags.key", /tag's value/);
    expect(expectFault({ tags: { key: 4711 } }, "tags.key", /text/).fix).to.match(/quotes/);
  });
});
