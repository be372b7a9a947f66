/**
 * Where pods get credentials that are not their users'. Every address is link-local to the node, so no route leads
 * elsewhere, and no two clusters differ.
 */

/** The instance's metadata, and with it the node's role. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html */
export const METADATA = { ipv4: "169.254.169.254", ipv6: "fd00:ec2::254" } as const;

/** The EKS Pod Identity agent. https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html */
export const POD_IDENTITY = { ipv4: "169.254.170.23", ipv6: "fd00:ec2::23" } as const;

/** Ranges that are never on the internet: the VPC's mount targets, other pods and the node are in them. */
export const privateRanges = {
  ipv4: [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    // Shared address space: EKS's advice for pods of a VPC that runs out of addresses. https://www.rfc-editor.org/rfc/rfc6598
    "100.64.0.0/10",
    "169.254.0.0/16",
  ],
  ipv6: ["fc00::/7", "fe80::/10"],
} as const;
