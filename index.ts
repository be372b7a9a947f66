import { deploy, stackSettings } from "./components/index.ts";

const hub = await deploy(stackSettings());

export const {
  fileSystemId,
  mountTargets,
  accessPointId,
  homeClaim,
  homeStorageClass,
  namespace,
  hubUrl,
  userMode,
  provisioning,
  exampleHome,
  versions,
} = hub;
