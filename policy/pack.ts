import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies.ts";

// It serves as long as the process lives.
new PolicyPack("jupyterhub-efs", {
  description: "Homes on EFS that nobody else can read, and that nobody loses by mistake",
  enforcementLevel: "mandatory",
  policies: policies(),
});
