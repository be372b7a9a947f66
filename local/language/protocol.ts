import language from "@pulumi/pulumi/proto/language_pb.js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";

/** The messages of the language runtime protocol. */
export const messages = language;

/** The messages about plugins that it shares with other protocols. */
export const pluginMessages = plugin;

export type ProgramInfo = InstanceType<typeof messages.ProgramInfo>;
export type RunRequest = InstanceType<typeof messages.RunRequest>;
export type RunPluginRequest = InstanceType<typeof messages.RunPluginRequest>;
export type RunPluginResponse = InstanceType<typeof messages.RunPluginResponse>;
