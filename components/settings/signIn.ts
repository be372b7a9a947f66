import type { Input } from "@pulumi/pulumi";
import type { LdapTls, SignInKind } from "./choices.ts";

/** Every key of `hub.signIn` beside its kind. */
export interface SignInKeys {
  readonly users: string[];
  readonly everyone: boolean;
  readonly password: Input<string>;
  readonly adminPassword: Input<string>;
  readonly clientId: Input<string>;
  readonly clientSecret: Input<string>;
  /** Where the values say the hub's address, it need not be said. */
  readonly callbackUrl: Input<string>;
  readonly hostedDomains: string[];
  readonly organizations: string[];
  readonly authorizeUrl: Input<string>;
  readonly tokenUrl: Input<string>;
  readonly userdataUrl: Input<string>;
  readonly usernameClaim: string;
  readonly scopes: string[];
  readonly groupsClaim: string;
  readonly allowedGroups: string[];
  readonly adminGroups: string[];
  readonly serverAddress: string;
  readonly serverPort: number;
  readonly tls: LdapTls;
  readonly caCertificate: Input<string>;
  readonly bindDnTemplates: string[];
  readonly searchBase: string;
  readonly userAttribute: string;
  readonly searchUser: Input<string>;
  readonly searchPassword: Input<string>;
  readonly openSignUp: boolean;
}

interface KeysOfKind {
  readonly needs: readonly (keyof SignInKeys)[];
  readonly takes: readonly (keyof SignInKeys)[];
}

/** What each kind needs, and what it takes beside that. Whatever else is given is a fault. */
export const signInKeys = {
  anyone: { needs: [], takes: ["password", "adminPassword"] },
  "allow-list": { needs: ["users", "password"], takes: ["adminPassword"] },
  google: {
    needs: ["clientId", "clientSecret", "callbackUrl"],
    takes: ["hostedDomains", "users", "everyone"],
  },
  github: {
    needs: ["clientId", "clientSecret", "callbackUrl"],
    takes: ["organizations", "users", "everyone"],
  },
  oidc: {
    needs: ["clientId", "clientSecret", "callbackUrl", "authorizeUrl", "tokenUrl", "usernameClaim"],
    takes: ["userdataUrl", "scopes", "groupsClaim", "allowedGroups", "adminGroups", "users", "everyone"],
  },
  ldap: {
    needs: ["serverAddress"],
    takes: [
      "serverPort",
      "tls",
      "caCertificate",
      "bindDnTemplates",
      "searchBase",
      "userAttribute",
      "searchUser",
      "searchPassword",
      "allowedGroups",
      "users",
      "everyone",
    ],
  },
  native: { needs: [], takes: ["openSignUp"] },
} as const satisfies Record<SignInKind, KeysOfKind>;

/** The keys whose content nobody may see, whatever the stack file says of them. */
export const signInSecrets = [
  "password",
  "adminPassword",
  "clientSecret",
  "searchPassword",
] as const satisfies (keyof SignInKeys)[];

/** All other keys: a message may show what somebody wrote there. */
export const plainSignInKeys: readonly string[] = [
  "kind",
  ...new Set(
    Object.values(signInKeys)
      .flatMap(({ needs, takes }): readonly string[] => [...needs, ...takes])
      .filter((key) => !(signInSecrets as readonly string[]).includes(key)),
  ),
];

type Keys<Kind extends SignInKind, Part extends keyof KeysOfKind> = (typeof signInKeys)[Kind][Part][number];

/** The sign-in of one kind: what it needs is there. */
export type SignInOf<Kind extends SignInKind> = { readonly kind: Kind } & Pick<
  SignInKeys,
  Keys<Kind, "needs">
> &
  Partial<Pick<SignInKeys, Keys<Kind, "takes">>>;

/** Who may sign in, and how. */
export type SignIn = { [Kind in SignInKind]: SignInOf<Kind> }[SignInKind];

/** Which kinds have a key. */
export const kindsWith = (key: keyof SignInKeys): SignInKind[] =>
  (Object.keys(signInKeys) as SignInKind[]).filter((kind) => hasKey(kind, key));

/** Whether a kind needs or takes a key. */
export const hasKey = (kind: SignInKind, key: keyof SignInKeys): boolean => {
  const { needs, takes }: KeysOfKind = signInKeys[kind];
  return needs.includes(key) || takes.includes(key);
};
