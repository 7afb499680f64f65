import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist/", "src/lib/backend/types.gen.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  { files: ["*.config.{js,ts}", "browser/**"], languageOptions: { globals: { ...globals.node } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: [".svelte"], parser: ts.parser, svelteConfig },
    },
  },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "max-lines": ["error", { max: 500 }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "svelte/no-at-html-tags": "error",
      "svelte/no-inline-styles": "error",
      "svelte/button-has-type": "error",
      "svelte/require-each-key": "error",
    },
  },
  {
    // Interface text belongs in the catalogues: no Arabic letter in markup or code outside them, the fixtures and tests.
    files: ["src/**/*.{ts,svelte}"],
    ignores: ["src/lib/lang/**", "src/**/*.test.ts", "src/lib/backend/fixture*.ts", "src/lib/shared/fold.ts", "src/lib/side/words.ts", "src/lib/commands/press.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "Literal[value=/[\\u0620-\\u064A]/]", message: "Texts belong in the catalogue." },
        { selector: ":not(SvelteStyleElement):not(SvelteElement[name.name='kbd']) > SvelteText[value=/\\p{L}/u]", message: "Texts belong in the catalogue." },
      ],
    },
  },
  {
    // A catalogue is a list that is looked through by key.
    files: ["src/lib/lang/{ar,en}.ts"],
    rules: { "max-lines": "off" },
  },
  {
    // A component and a test file are one function to the linter.
    files: ["**/*.svelte", "**/*.test.ts"],
    rules: { "max-lines-per-function": "off" },
  },
);
