/** A condition: operator, key, and the values of which one has to fit. */
type Condition = Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  /** Absent in a policy of a role: whose it is, is who is meant. */
  readonly Principal?: { readonly AWS: string };
  readonly Action: string | string[];
  readonly Resource: string;
  readonly Condition?: Condition;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

export const policyOf = (...statements: readonly PolicyStatement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});
