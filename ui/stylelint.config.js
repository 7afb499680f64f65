// Logical properties only, so that the page can be mirrored; raw colours in the tokens only; no shorthand that WebKitGTK
// drops.

/** Physical names and what stands in for them. */
const PHYSICAL = [
  "/^(margin|padding|border)-(top|right|bottom|left)/",
  "/^(top|right|bottom|left)$/",
  "/^(min-|max-)?(width|height)$/",
  "/^border-(top|bottom)-(left|right)-radius$/",
  "/^overflow-(x|y)$/",
  "/^scroll-(margin|padding)-(top|right|bottom|left)$/",
  "float",
  "clear",
];

export default {
  overrides: [
    { files: ["**/*.svelte"], customSyntax: "postcss-html" },
    { files: ["src/styles/tokens.css"], rules: { "color-no-hex": null, "function-disallowed-list": null } },
  ],
  rules: {
    "property-disallowed-list": [PHYSICAL, { message: "Physical property: use the logical one." }],
    "declaration-property-value-disallowed-list": [
      { "text-align": ["left", "right"], "/^(justify|align)-/": ["left", "right"], resize: ["horizontal"] },
      { message: "Physical value: use start and end." },
    ],
    "declaration-property-value-allowed-list": [
      { "text-decoration": ["none"] },
      { message: "WebKitGTK drops this shorthand: use the longhands." },
    ],
    "color-no-hex": true,
    "color-named": "never",
    "function-disallowed-list": ["rgb", "rgba", "hsl", "hsla", "lab", "lch", "oklab", "oklch"],
    "block-no-empty": true,
    "color-no-invalid-hex": true,
    "custom-property-no-missing-var-function": true,
    "declaration-block-no-duplicate-properties": true,
    "no-duplicate-selectors": true,
    "no-invalid-double-slash-comments": true,
    "property-no-unknown": true,
    "selector-pseudo-class-no-unknown": [true, { ignorePseudoClasses: ["global"] }],
    "unit-no-unknown": true,
  },
};
