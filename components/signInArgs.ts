import type { Input } from "@pulumi/pulumi";
import type { LdapTls, SignInKind } from "./settings/choices.ts";

/**
 * Who may sign in, and how. Each kind has keys of its own; one that is another kind's is a fault. docs/sign-in.md has an
 * example of each. Users' names become homes' names, so another kind of sign-in can give users other homes.
 */
export interface SignInArgs {
  /** Has to be said. */
  kind: SignInKind;
  /** Those who may sign in, as the hub calls them; who is taken off the list can sign in no more. */
  users?: string[];
  /** The explicit word to let in everybody whom the provider knows: for Google and GitHub that is all the world. */
  everyone?: boolean;
  /** anyone, allow-list: one for all users, at least 8 characters. A secret. */
  password?: Input<string>;
  /** anyone, allow-list: one for all admins, at least 32 characters. A secret. */
  adminPassword?: Input<string>;
  /** google, github, oidc: as the hub is registered with the provider. */
  clientId?: Input<string>;
  /** google, github, oidc. A secret. */
  clientSecret?: Input<string>;
  /** google, github, oidc: as registered. Default: the host of the values' https or ingress. */
  callbackUrl?: Input<string>;
  /**
   * google: domains of Google Workspace; alone, all of their members may sign in. With exactly one, users are called by
   * the part before the @; a second one gives all of them other names, and other homes.
   */
  hostedDomains?: string[];
  /** github: organizations, or teams as `organization:team`, whose members may sign in. */
  organizations?: string[];
  /** oidc: where people are sent to. */
  authorizeUrl?: Input<string>;
  /** oidc: where the hub trades its code for tokens. */
  tokenUrl?: Input<string>;
  /** oidc: where the hub asks who it is. Default: it reads the ID token. */
  userdataUrl?: Input<string>;
  /** oidc: what users are called by; it should never change and be unique. To change it gives users other homes. */
  usernameClaim?: string;
  /** oidc: what the provider is asked for. Default `openid`, `email`, `profile`. */
  scopes?: string[];
  /** oidc: the claim that has a user's groups. Default `groups`. */
  groupsClaim?: string;
  /** oidc: names; ldap: DNs. Their members may sign in. */
  allowedGroups?: string[];
  /** oidc: groups whose members may sign in and administer the hub. Who is in none of them, nor in `admins`, is none. */
  adminGroups?: string[];
  /** ldap: a host's name, without scheme and port. Its certificate has to bear it. */
  serverAddress?: string;
  /** ldap: default 389, or 636 with `tls: connect`. */
  serverPort?: number;
  /** ldap: default start. `none` sends passwords in the open. */
  tls?: LdapTls;
  /** ldap: the authority that signed the server's certificate, as PEM. Default: those that the hub's image trusts. */
  caCertificate?: Input<string>;
  /** ldap: where a user is found by name, with `{username}` in it. */
  bindDnTemplates?: string[];
  /** ldap: where users are searched for, in place of `bindDnTemplates`. */
  searchBase?: string;
  /** ldap: the attribute that has the user's name: `uid`, or `sAMAccountName`. */
  userAttribute?: string;
  /** ldap: the account that searches. Default: anonymous. */
  searchUser?: Input<string>;
  /** ldap: its password. A secret. */
  searchPassword?: Input<string>;
  /** native: default false, an admin approves who signs up. True: whoever reaches the hub makes an account. */
  openSignUp?: boolean;
}
