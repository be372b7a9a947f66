/**
 * A process of the local environment: does what a cloud's own controllers do in a real cluster, so far as the hub needs
 * it. Gives Services of type LoadBalancer an address and claims of the block storage class a volume.
 */
import { CoreV1Api, KubeConfig } from "@kubernetes/client-node";
import { watchBlockVolumes } from "./blockVolumes.ts";
import { watchLoadBalancers } from "./loadBalancers.ts";

const config = new KubeConfig();
config.loadFromDefault();
const core = config.makeApiClient(CoreV1Api);
await Promise.all([watchLoadBalancers(config, core), watchBlockVolumes(config, core)]);
console.log("watching");
