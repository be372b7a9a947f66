import { is } from "../aws.ts";
import type { ResourceRule } from "../rule.ts";
import { UNKNOWN } from "../value.ts";

/** File systems are encrypted at rest. */
export const encrypted: ResourceRule = {
  name: "encrypted",
  description: "File systems are encrypted at rest",
  url: "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
  faultsOf: (resource) =>
    !is("fileSystem", resource) || resource.props.encrypted === true || resource.props.encrypted === UNKNOWN
      ? []
      : [
          "The file system is not encrypted. Say `encrypted: true` when it is made: a change makes a new, empty file system.",
        ],
};
