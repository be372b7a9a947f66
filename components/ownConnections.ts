// Each update of an inline program gets connections of its own.
//
// The SDK closes none of the connections to engines that an Automation API's process had, and gRPC shares what it knows of an
// address among all of a process: after an update that failed, it keeps calling that engine's port in vain. An engine that gets
// the same port later is then taken for unreachable, without a try, and the SDK passes over errors of connections: the
// program makes nothing and succeeds, and the engine deletes what was not made.
// https://github.com/grpc/grpc/blob/master/include/grpc/impl/channel_arg_names.h (GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL)
import * as sdk from "@pulumi/pulumi/runtime/settings.js";

/** The options of all connections that the SDK makes. It has them, and does not declare them. */
const options: unknown = Reflect.get(sdk, "grpcClientOptions");
if (typeof options === "object" && options !== null)
  Object.assign(options, { "grpc.use_local_subchannel_pool": 1 });
