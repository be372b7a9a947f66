import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { announce, listenAs } from "../providers/engine/listen.ts";
import { flagsOf } from "./flags.ts";
import { service } from "./service.ts";

const flags = flagsOf(process.argv.slice(2));
const cancellation = new AbortController();
const implementation = service(flags, cancellation) as UntypedServiceImplementation;
// However the host ends: no program outlives it.
process.on("exit", () => {
  cancellation.abort();
});
announce(await listenAs(services.LanguageRuntimeService, implementation, cancellation), flags.engine);
