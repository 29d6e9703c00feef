import js from "@eslint/js";
import next from "@next/eslint-plugin-next";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Folders of `lib` that may touch the world. Every other folder of `lib` is pure. */
const IMPURE = ["lib/server/**", "lib/client/**"];

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      ".next/",
      ".data/",
      "lib/server/generated/",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]",
          message: "Raw queries are tagged templates, so that every value is a parameter.",
        },
      ],
    },
  },
  {
    // The environment is read and checked in one place.
    files: ["lib/**/*.ts", "app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    ignores: [
      "lib/server/env.ts",
      "lib/server/commands/**",
      "lib/server/testing/**",
      "**/*.test.ts",
      "**/*.test.tsx",
    ],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read lib/server/env.ts instead." },
      ],
    },
  },
  {
    // What the import graph cannot see: a pure module reads no clock, no chance and no world.
    files: ["lib/**/*.ts", "components/charts/prepare/**/*.ts"],
    ignores: [...IMPURE, "**/*.test.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "process",
        "fetch",
        "console",
        "setTimeout",
        "window",
        "document",
        "localStorage",
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The clock is an argument." },
        { object: "Math", property: "random", message: "Chance is an argument: pass a seed." },
        { object: "process", property: "env", message: "Configuration is an argument." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The clock is an argument.",
        },
        {
          selector: "CallExpression[callee.name='parseFloat']",
          message: "Amounts never pass through a float.",
        },
      ],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/client/**/*.{ts,tsx}"],
    ignores: ["**/*.test.ts"],
    plugins: { "react-hooks": reactHooks, "@next/next": next },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...next.configs.recommended.rules,
      ...next.configs["core-web-vitals"].rules,
    },
  },
  {
    files: [
      "lib/server/commands/**",
      "lib/server/testing/**",
      "bench/**",
      "prisma/**",
      "e2e/**",
      "lib/server/logger.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  { files: ["**/*.{mjs,cjs,js}"], ...tseslint.configs.disableTypeChecked },
  { files: ["**/*.cjs"], languageOptions: { globals: { module: "writable", require: "readonly" } } },
);
