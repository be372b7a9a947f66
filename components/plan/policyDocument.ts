/** A condition: operator, key, and the values of which one has to fit. */
type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  /** By kind: AWS, Service, Federated. Absent in a policy of a role: whose it is, is who is meant. */
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Action: string | readonly string[];
  /** Absent in a role's trust policy. */
  readonly Resource?: string;
  readonly Condition?: Condition;
}

/** A policy of AWS's, as data. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

export const policyOf = (...statements: readonly PolicyStatement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});
