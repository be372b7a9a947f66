import { resourcesInCloud } from "./cloud.ts";
import { objectsInCluster } from "./cluster.ts";

/** All that there is, in the cloud and in the cluster. */
export const everything = async (): Promise<string[]> => [
  ...(await resourcesInCloud()),
  ...(await objectsInCluster()),
];
