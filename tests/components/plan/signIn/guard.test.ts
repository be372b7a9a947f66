// Proves that values of the user's cannot say something else than `hub.signIn`, in any section, and what they may add. Does
// not prove Python of theirs (hub.extraConfig): that can do anything.
import { expect } from "chai";
import { planHubValues } from "../../../../components/plan/hubValues.ts";
import { valueFaults } from "../../../../components/plan/valueGuard.ts";
import { settingsOf } from "../../../support/settings.ts";

const signIn = {
  kind: "github",
  clientId: "id",
  clientSecret: "hush-hush",
  callbackUrl: "https://hub.example.org/hub/oauth_callback",
  users: ["ada"],
};
const faultsOf = (config: Record<string, unknown>) =>
  valueFaults(settingsOf({ hub: { signIn, values: { hub: { config } } } }));
const pathsOf = (config: Record<string, unknown>) => faultsOf(config).map(({ path }) => path);

describe("values beside hub.signIn", () => {
  it("name no other authenticator, and the fault names the setting", () => {
    const [fault, more] = faultsOf({ JupyterHub: { authenticator_class: "dummy" } });
    expect(more).to.equal(undefined);
    expect(fault).to.include({
      path: "hub.values.hub.config.JupyterHub.authenticator_class",
      got: '"dummy"',
    });
    expect(fault?.rule).to.include('"github"');
    expect(fault?.fix).to.include("`hub.signIn`");
    expect(pathsOf({ JupyterHub: { authenticator_class: "github" } })).to.be.empty;
  });

  it("do not widen it in the section of another class: the nearest one wins", () => {
    expect(pathsOf({ GitHubOAuthenticator: { allow_all: true } })).to.deep.equal([
      "hub.values.hub.config.GitHubOAuthenticator.allow_all",
    ]);
    expect(pathsOf({ OAuthenticator: { allowed_users: ["eve"], client_secret: "hush-too" } })).to.deep.equal([
      "hub.values.hub.config.OAuthenticator.allowed_users",
      "hub.values.hub.config.OAuthenticator.client_secret",
    ]);
    expect(JSON.stringify(faultsOf({ OAuthenticator: { client_secret: "hush-too" } }))).not.to.include(
      "hush",
    );
    expect(pathsOf({ Authenticator: { allow_all: true } })).to.deep.equal([
      "hub.values.hub.config.Authenticator.allow_all",
    ]);
  });

  it("name no admins past hub.admins, in the section of another class", () => {
    const config = { GitHubOAuthenticator: { admin_users: ["mallory"] } };
    const own = (admins: string[]) =>
      valueFaults(settingsOf({ hub: { admins, signIn, values: { hub: { config } } } }));
    const [fault, ...more] = own(["ada"]);
    expect(fault?.path).to.equal("hub.values.hub.config.GitHubOAuthenticator.admin_users");
    expect(fault?.fix).to.include("`hub.admins`");
    expect(more).to.be.empty;
    expect(own([])).to.be.empty;
  });

  it("add what it does not speak of, and bring back those whom the hub knows", () => {
    const config = {
      GitHubOAuthenticator: { populate_teams_in_auth_state: true },
      Authenticator: { allow_existing_users: true },
    };
    expect(pathsOf(config)).to.be.empty;
    const values = planHubValues(settingsOf({ hub: { signIn, values: { hub: { config } } } }));
    expect(values).to.have.nested.property("hub.config.Authenticator.allow_existing_users", true);
    expect(values).to.have.nested.property("hub.config.GitHubOAuthenticator.client_id", "id");
  });

  it("say it all themselves where there is no hub.signIn", () => {
    const config = {
      JupyterHub: { authenticator_class: "github" },
      GitHubOAuthenticator: { allow_all: true },
    };
    const settings = settingsOf({ hub: { signIn: undefined, values: { hub: { config } } } });
    expect(valueFaults(settings)).to.be.empty;
    const { KubeSpawner: _, ...own } = (planHubValues(settings).hub as { config: Record<string, unknown> })
      .config;
    expect(own).to.deep.equal(config);
  });
});
