import { LdapTls, SignInKind } from "../choices.ts";
import { forms } from "./forms.ts";
import {
  flag,
  listOf,
  mapping,
  secretInput,
  someOf,
  text,
  textInput,
  textItem,
  wholeNumber,
  word,
} from "./leaves.ts";

export const username = textItem(
  forms.username,
  "must be a user's name in lower case, without `/`",
  "Write it as JupyterHub does, in quotes.",
);

const httpsUrl = textInput(forms.httpsUrl, "must be an address with https://", "Copy it from the provider.");

const claim = text(forms.anyText, "must be the name of a claim", "Write it as the provider does: email.");

const asSecret = (key: string) =>
  `Give it as a secret: pulumi config set --secret --path jupyterhub-efs:hub.signIn.${key} …`;

/** Which keys belong to which kind is a rule. */
export const signIn = mapping({
  kind: word(SignInKind, "Say how people sign in: docs/sign-in.md has an example of each."),
  users: someOf(username, "List the names of those who may sign in, or leave the key out."),
  everyone: flag("Say true to let in everybody whom the provider knows."),
  password: secretInput(
    forms.sharedPassword,
    "must be text of at least 8 characters",
    `Make it long. ${asSecret("password")}`,
  ),
  adminPassword: secretInput(
    forms.adminPassword,
    "must be text of at least 32 characters",
    `JupyterHub takes no shorter one. ${asSecret("adminPassword")}`,
  ),
  clientId: textInput(forms.anyText, "must be text", "Copy it from the provider."),
  clientSecret: secretInput(
    forms.anyText,
    "must be text",
    `Copy it from the provider. ${asSecret("clientSecret")}`,
  ),
  callbackUrl: textInput(
    forms.callbackUrl,
    "must be the hub's address with https:// and /hub/oauth_callback behind it",
    "Write it as it is registered with the provider: https://hub.example.org/hub/oauth_callback.",
  ),
  hostedDomains: someOf(
    textItem(forms.dnsSubdomain, "must be a domain", "Write it like example.org."),
    "List domains of Google Workspace, or leave the key out.",
  ),
  organizations: someOf(
    textItem(
      forms.organization,
      "must be an organization, or one of its teams",
      "Write it like my-org, or my-org:my-team.",
    ),
    "List organizations or teams, or leave the key out.",
  ),
  authorizeUrl: httpsUrl,
  tokenUrl: httpsUrl,
  userdataUrl: httpsUrl,
  usernameClaim: claim,
  scopes: listOf(
    textItem(/^\S+$/, "must be a scope, without blanks", "Write it as the provider does."),
    "List what to ask the provider for.",
  ),
  groupsClaim: claim,
  allowedGroups: someOf(
    textItem(forms.anyText, "must be a group's name", "Write it as the provider does."),
    "List the groups whose members may sign in, or leave the key out.",
  ),
  adminGroups: someOf(
    textItem(forms.anyText, "must be a group's name", "Write it as the provider does."),
    "List the groups whose members administer the hub, or leave the key out.",
  ),
  serverAddress: text(
    forms.host,
    "must be a host's name, without ldap:// and port",
    "Write it like ldap.example.org; `tls` and `serverPort` say the rest.",
  ),
  serverPort: wholeNumber(1, 65535, "Leave it out for 389, or 636 with `tls: connect`."),
  tls: word(LdapTls, "Say when the connection is encrypted."),
  caCertificate: textInput(
    forms.certificates,
    "must be certificates in PEM form",
    "Paste those of the authority that signed the server's: caCertificate: |",
  ),
  bindDnTemplates: someOf(
    textItem(
      forms.bindDnTemplate,
      "must be a DN with `{username}` in it",
      "Write it like uid={username},ou=people,dc=example,dc=org.",
    ),
    "List where users are found by their names, or leave the key out.",
  ),
  searchBase: text(forms.distinguishedName, "must be a DN", "Write it like ou=people,dc=example,dc=org."),
  userAttribute: text(
    forms.anyText,
    "must be the name of an attribute",
    "Write it like uid, or sAMAccountName for Active Directory.",
  ),
  searchUser: textInput(forms.distinguishedName, "must be a DN", "Write it like cn=hub,dc=example,dc=org."),
  searchPassword: secretInput(forms.anyText, "must be text", asSecret("searchPassword")),
  openSignUp: flag("Say whether somebody who signs up needs no admin's approval."),
});
