import { IAMClient, SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";
import type {
  GetPrincipalPolicySimulationArgs,
  GetPrincipalPolicySimulationResult,
} from "@pulumi/aws/iam/getPrincipalPolicySimulation.js";
import type { AwsFunction } from "../function.ts";

/** `aws:iam/getPrincipalPolicySimulation:getPrincipalPolicySimulation`: what a role's own policies allow. */
export const getPrincipalPolicySimulation: AwsFunction<
  GetPrincipalPolicySimulationArgs,
  GetPrincipalPolicySimulationResult
> = {
  title: "IAM Principal Policy Simulation",
  async read({ actionNames, policySourceArn, resourceArns = ["*"] }, call) {
    const command = new SimulatePrincipalPolicyCommand({
      ActionNames: actionNames,
      PolicySourceArn: policySourceArn,
      ResourceArns: resourceArns,
    });
    const { EvaluationResults = [] } = await call.client("iam", IAMClient).send(command);
    const results = EvaluationResults.map((one) => ({
      actionName: one.EvalActionName ?? "",
      allowed: one.EvalDecision === "allowed",
      decision: one.EvalDecision ?? "",
      decisionDetails: {},
      matchedStatements: [],
      missingContextKeys: [],
      resourceArn: one.EvalResourceName ?? "",
    }));
    const allAllowed = results.every(({ allowed }) => allowed);
    return { actionNames, allAllowed, id: "-", policySourceArn, resourceArns, results };
  },
};
