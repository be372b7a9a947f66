// Proves the kubeconfig that is made from a cluster. Does not prove that EKS lets anybody in by it.
import { expect } from "chai";
import { clusterKubeconfig } from "../../../components/surroundings/kubeconfig.ts";
import { surroundings } from "../../support/settings.ts";

describe("clusterKubeconfig", () => {
  it("reaches the cluster as whoever runs the program, and holds no secret", () => {
    const made: unknown = JSON.parse(
      clusterKubeconfig({
        ...surroundings,
        cluster: { ...surroundings.cluster, certificateAuthority: "Q0E=" },
      }),
    );
    expect(made).to.deep.include({
      "current-context": "research",
      clusters: [
        {
          name: "research",
          cluster: { server: "https://example.invalid", "certificate-authority-data": "Q0E=" },
        },
      ],
    });
    expect(made).to.have.nested.property("users[0].user.exec.command", "aws");
    expect(made)
      .to.have.nested.property("users[0].user.exec.args")
      .that.deep.equals([
        "--region",
        "us-east-1",
        "eks",
        "get-token",
        "--cluster-name",
        "research",
        "--output",
        "json",
      ]);
    expect(made).not.to.have.nested.property("users[0].user.exec.env");
  });

  it("uses the profile that the AWS provider is configured with", () => {
    expect(JSON.parse(clusterKubeconfig(surroundings, "research-admin")))
      .to.have.nested.property("users[0].user.exec.env")
      .that.deep.equals([{ name: "AWS_PROFILE", value: "research-admin" }]);
  });
});
