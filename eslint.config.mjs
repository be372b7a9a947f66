import { defineConfig } from "eslint/config";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

/** A stage may import from the stages before it, never from those after it. */
const stage = (files, forbidden, message) => ({
  files,
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      { patterns: forbidden.map((rule) => ({ message, ...rule })) },
    ],
  },
});
const pulumiAtRunTime = { regex: "^@pulumi/", allowTypeImports: true };

export default defineConfig(
  { ignores: ["node_modules/", "dist/", "coverage/", "local/bench/flat/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
    },
  },
  stage(
    ["components/settings/**"],
    [pulumiAtRunTime, { group: ["**/plan/**", "**/resources/**", "**/surroundings/**", "**/local/**"] }],
    "settings is the first stage: it is pure and imports from no later one.",
  ),
  // The one place where the settings meet the running engine.
  {
    files: ["components/settings/pulumiConfig.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": "off" },
  },
  stage(
    ["components/plan/**"],
    [
      pulumiAtRunTime,
      { group: ["**/surroundings/**"], allowTypeImports: true },
      { group: ["**/resources/**", "**/local/**", "node:*", "!node:net"] },
      // What computes with addresses; it opens no connection.
      { group: ["node:net"], allowImportNamePattern: "^(BlockList|isIP)$" },
    ],
    "plan is pure data out of settings: no resource, no process, no Pulumi at run time.",
  ),
  stage(
    ["components/resources/**", "components/*.ts"],
    [{ group: ["**/local/**", "**/tests/**", "**/cli/**"] }],
    "components never depend on the local environment, the tests or the command line.",
  ),
  {
    files: ["components/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "[name='ResourceError']",
          message:
            "Its message waits for the URN, for ever where the component is refused. Throw a RunError.",
        },
        {
          selector: "CallExpression[callee.object.property.name='log'][arguments.length>1]",
          message: "A message about a resource waits for its URN, for ever where the component is refused.",
        },
      ],
    },
  },
  stage(
    ["policy/**/*.ts"],
    [{ group: ["**/components/**", "**/local/**", "**/tests/**", "**/cli/**"] }],
    "the policy pack is a package of its own: it works wherever its folder is.",
  ),
  {
    files: ["tests/**/*.ts"],
    rules: { "@typescript-eslint/no-unused-expressions": "off" },
  },
  prettier,
);
