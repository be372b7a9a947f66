import { is } from "../aws.ts";
import { type ResourceRule, saysOneOf } from "../rule.ts";

/** What holds data is protected, or the stack's author has said that it is not. */
export const protectedData: ResourceRule = {
  name: "protected",
  description: "File systems and backup vaults cannot be deleted by mistake",
  url: "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
  faultsOf: (resource) =>
    !(is("fileSystem", resource) || is("backupVault", resource)) ||
    resource.protect ||
    saysOneOf(resource, "dataProtection", ["retain", "delete"])
      ? []
      : [
          "It holds data, and a destroy or a replacement would delete it. Set the resource option `protect: true`; with the component, `dataProtection`.",
        ],
};
