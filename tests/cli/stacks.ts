import { parseStackFile } from "../../components/settings/stackFile/stackFile.ts";
import { type Planned, planOf } from "../../cli/planOf.ts";
import { formatFaults } from "../../components/settings/formatFaults.ts";
import { surroundings } from "../support/settings.ts";

/** A stack file of each cell: the least that it has to say, and a little of everything else. */
export const stackFileOf = (userMode: string, provisioning: string): string => `
config:
  aws:region: us-east-1
  jupyterhub-efs:cluster: {existing: {name: research}}
  jupyterhub-efs:userMode: ${userMode}
  jupyterhub-efs:provisioning: ${provisioning}
  jupyterhub-efs:homesPath: /homes
  jupyterhub-efs:fileSystem:
    create:
      lifecycle: {toInfrequentAccessAfterDays: 30, toArchiveAfterDays: 90, backOnFirstAccess: true}
  jupyterhub-efs:hub:
    database: {kind: postgres, url: {secure: v1:hush}}
    admins: [alice]
    values:
      hub: {config: {JupyterHub: {authenticator_class: dummy}, DummyAuthenticator: {password: {secure: v1:hush}}}}
      singleuser: {memory: {guarantee: null}}
  jupyterhub-efs:tags: {project: jupyterhub, owner: {secure: v1:hush}}
`;

/** The plan of a stack file; with or without what was looked up. */
export function planned(stackFile: string, looked = true): Planned {
  const result = planOf(parseStackFile(stackFile), looked ? surroundings : undefined);
  if ("faults" in result) throw new Error(formatFaults(result.faults));
  return result;
}
