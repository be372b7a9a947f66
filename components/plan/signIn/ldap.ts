import { LdapTls } from "../../settings/choices.ts";
import type { SignInOf } from "../../settings/signIn.ts";
import { allowed } from "./oauth.ts";
import { said, type SignInValues } from "./signInValues.ts";

/** The authenticator's own words. */
const strategies = {
  [LdapTls.Start]: "before_bind",
  [LdapTls.Connect]: "on_connect",
  [LdapTls.None]: "insecure",
} as const;

/** Python's ssl.CERT_REQUIRED. Left alone, ldap3 takes any certificate, and so anybody for the server. */
const CERT_REQUIRED = 2;

/**
 * Accounts of an LDAP directory.
 * https://github.com/jupyterhub/ldapauthenticator#configuration
 */
export const ldap = (signIn: SignInOf<"ldap">): SignInValues => {
  const { tls = LdapTls.Start, caCertificate, searchBase, userAttribute, allowedGroups } = signIn;
  return {
    managed: {
      JupyterHub: { authenticator_class: "ldap" },
      LDAPAuthenticator: said({
        server_address: signIn.serverAddress,
        server_port: signIn.serverPort,
        tls_strategy: strategies[tls],
        tls_kwargs:
          tls === LdapTls.None ? undefined : said({ validate: CERT_REQUIRED, ca_certs_data: caCertificate }),
        bind_dn_template: signIn.bindDnTemplates,
        allowed_groups: allowedGroups,
        ...(searchBase !== undefined && {
          lookup_dn: true,
          user_search_base: searchBase,
          user_attribute: userAttribute,
          lookup_dn_user_dn_attribute: userAttribute,
          lookup_dn_search_user: signIn.searchUser,
          lookup_dn_search_password: signIn.searchPassword,
        }),
      }),
      Authenticator: allowed(signIn),
    },
  };
};
