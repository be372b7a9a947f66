import type { Resource, ResourceRule, StackResource } from "../../policy/rule.ts";
import { wholeType } from "../../policy/rule.ts";
import type { Properties } from "../../policy/value.ts";

/** A resource that says this of itself. */
export const resource = (
  type: string,
  props: Properties,
  more: Partial<StackResource> = {},
): StackResource => ({
  urn: `urn:pulumi:test::hub::${type}::homes`,
  type,
  name: "homes",
  props,
  protect: false,
  comesOf: {},
  ...more,
});

/** The component of everything, as the stack's author wrote it. */
export const whole = (props: Properties): Resource => resource(wholeType, props);

/** What a rule says of it. */
export const faults = (rule: ResourceRule, type: string, props: Properties, more?: Partial<StackResource>) =>
  rule.faultsOf(resource(type, props, more));

export const fileSystem = "aws:efs/fileSystem:FileSystem";
export const nativeFileSystem = "aws-native:efs:FileSystem";
export const accessPoint = "aws:efs/accessPoint:AccessPoint";
export const volume = "kubernetes:core/v1:PersistentVolume";
export const storageClass = "kubernetes:storage.k8s.io/v1:StorageClass";
export const release = "kubernetes:helm.sh/v3:Release";
export const chart = "kubernetes:helm.sh/v4:Chart";

/** A volume of the EFS driver. */
export const efsVolume = (csi: Properties, spec: Properties = {}): Properties => ({
  spec: { ...spec, csi: { driver: "efs.csi.aws.com", ...csi } },
});
