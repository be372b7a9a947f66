/** A tool of the local environment that Go builds from its public module. The folder of the same name pins it. */
export interface GoTool {
  readonly name: string;
  /** The package to build. */
  readonly package: string;
  /** The module whose pinned version is the tool's version. */
  readonly module: string;
  /** Linker settings, given the version. */
  readonly variables: (version: string) => Readonly<Record<string, string>>;
  /** The names that the binary is called by; absent: its own. */
  readonly commands?: readonly string[];
  /** Files of the tool's module that are put together beside the binary. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
}

const pulumiVersion = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
const kubernetesVersion = "k8s.io/component-base/version";
const stages = "kustomize/stage";

/** The Kubernetes control plane and etcd share one binary: they share most of their code. */
const kubernetesCommands = ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubectl"];

/** In the order of building. */
export const goTools: readonly GoTool[] = [
  {
    name: "pulumi",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    module: "github.com/pulumi/pulumi/pkg/v3",
    variables: (version) => ({ [pulumiVersion]: version }),
  },
  {
    name: "kubernetes",
    package: ".",
    module: "k8s.io/kubernetes",
    variables: (version) => ({
      [`${kubernetesVersion}.gitVersion`]: version,
      [`${kubernetesVersion}.gitMajor`]: version.slice(1).split(".")[0] ?? "",
      [`${kubernetesVersion}.gitMinor`]: version.split(".")[1] ?? "",
      [`${kubernetesVersion}.gitCommit`]: "local",
      [`${kubernetesVersion}.gitTreeState`]: "clean",
    }),
    commands: kubernetesCommands,
  },
  {
    name: "helm",
    package: "helm.sh/helm/v3/cmd/helm",
    module: "helm.sh/helm/v3",
    variables: (version) => ({ "helm.sh/helm/v3/internal/version.version": version }),
  },
  {
    name: "kwok",
    package: "sigs.k8s.io/kwok/cmd/kwok",
    module: "sigs.k8s.io/kwok",
    variables: (version) => ({ "sigs.k8s.io/kwok/pkg/consts.Version": version }),
    // What nodes and pods pretend to do; kwok starts with no such stages of its own.
    files: {
      "stages.yaml": [
        `${stages}/node/fast/node-initialize.yaml`,
        `${stages}/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml`,
        `${stages}/pod/fast/pod-ready.yaml`,
        `${stages}/pod/fast/pod-complete.yaml`,
        `${stages}/pod/fast/pod-delete.yaml`,
      ],
    },
  },
];

/** The version of a module that a go.mod requires. */
export function requiredVersion(goMod: string, module: string): string {
  const words = goMod.split("\n").map((line) =>
    line
      .trim()
      .replace(/^require\s+/, "")
      .split(/\s+/),
  );
  const version = words.find(([name, value]) => name === module && value?.startsWith("v"))?.[1];
  if (version === undefined) throw new Error(`go.mod does not require ${module}`);
  return version;
}

/** The linker's settings as `go build` takes them. */
export function linkerFlags(tool: GoTool, version: string): string {
  const variables = Object.entries(tool.variables(version)).map(([name, value]) => `-X ${name}=${value}`);
  return ["-s", "-w", ...variables].join(" ");
}
