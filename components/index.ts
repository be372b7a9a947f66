/** The public door: components, their arguments, and the plan. */
import "./ownConnections.ts";
export * from "./args.ts";
export * from "./copiesArgs.ts";
export * from "./fileSystemArgs.ts";
export * from "./signInArgs.ts";
export { deploy, stackSettings } from "./deploy.ts";
export { JupyterHubOnEfs, type Versions } from "./jupyterHubOnEfs.ts";
export type { JupyterHubOnEfsArgs } from "./jupyterHubOnEfsArgs.ts";
export { outputsOf } from "./outputs.ts";
export { makePlan } from "./plan/makePlan.ts";
export { subnetPerZone } from "./plan/network.ts";
export type { Plan } from "./plan/plan.ts";
export type { Site } from "./plan/site.ts";
export { EfsCsiDriver, type EfsCsiDriverArgs } from "./resources/efsCsiDriver.ts";
export {
  FileSystemAccess,
  type FileSystemAccessArgs,
  type HomeAccessPointArns,
} from "./resources/fileSystemAccess.ts";
export {
  HomeStorage,
  type AccessPointArns,
  type HomesHubArgs,
  type HomeStorageArgs,
} from "./resources/homeStorage.ts";
export { JupyterHub, type JupyterHubArgs } from "./resources/jupyterHub.ts";
export {
  SharedFileSystem,
  type MountTargetOutput,
  type SharedFileSystemArgs,
} from "./resources/sharedFileSystem.ts";
export { checkSettings } from "./settings/check.ts";
export * from "./settings/choices.ts";
export type { Fault } from "./settings/fault.ts";
export type { ProgramSettings, Settings } from "./settings/settings.ts";
export type { FoundFileSystem } from "./surroundings/foundFileSystem.ts";
export { lookUpCluster } from "./surroundings/lookUpCluster.ts";
export { lookUpFileSystem } from "./surroundings/lookUpFileSystem.ts";
export type { Surroundings } from "./surroundings/surroundings.ts";
export { versions } from "./versions.ts";
