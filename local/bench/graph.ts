// The whole graph under mocks, in a process of its own: what our code costs without engine, cluster and cloud.
import { runtime } from "@pulumi/pulumi";
import { JupyterHubOnEfs } from "../../components/index.ts";

let count = 0;
await runtime.setMocks({
  newResource: ({ name, inputs }) => {
    count += 1;
    return { id: `${name}-id`, state: { ...(inputs as Record<string, unknown>), status: {}, spec: {} } };
  },
  call: () => ({}),
});

const hub = new JupyterHubOnEfs("jupyterhub", {
  clusterName: "bench",
  clusterArn: "arn:aws:eks:us-east-1:123456789012:cluster/bench",
  vpcId: "vpc-1",
  subnets: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b", "us-east-1c": "subnet-c" },
  clientSecurityGroups: { nodes: "sg-1" },
  hub: {
    database: { kind: "memory" },
    signIn: { kind: "anyone" },
    values: {
      proxy: { https: { enabled: true, hosts: ["hub.example.org"] } },
      hub: { extraConfig: { a: "" } },
    },
  },
});
await new Promise<void>((resolve) => {
  hub.hubUrl.apply(() => {
    setImmediate(resolve);
  });
});
process.stdout.write(`${count} registered\n`);
