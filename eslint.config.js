import js from '@eslint/js';
import lwc from '@salesforce/eslint-config-lwc';
import slds from '@salesforce-ux/eslint-plugin-slds';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const COMPONENTS = ['force-app/**/*.ts'];
const COMPONENT_TESTS = ['force-app/**/__tests__/**/*.{js,ts}', 'force-app/test/**/*.js'];
const SERVER = ['server/**/*.ts'];
const TESTS = ['server/**/*.test.ts', 'server/**/test-rig.ts', 'server/test-support/**/*.ts'];

/** Each line of the import rules is a sentence that whoever breaks it can act on. */
const forbid = (regex, message) => ({ regex, message });
const heavyPackages = [
  forbid(
    '^googleapis(/(?!build/src/apis/gmail).*)?$',
    'The whole of googleapis takes seconds to load: import googleapis/build/src/apis/gmail/v1.js.',
  ),
  forbid('^jsdom$', 'jsdom is too slow and too large for what we ask of HTML: use htmlparser2 or sanitize-html.'),
];
const otherFeatureInside = forbid(
  '^\\.\\./(?!\\.\\.)[^/]+/(?!index\\.ts$)(?!schemas\\.ts$)',
  'Another feature is reached only through its index.ts; its shapes may come from its schemas.ts.',
);
const features = forbid('/features/', 'Providers and platform know nothing about features: hand the value in as a parameter.');
const simulators = forbid('/simulators/|/test-support/|/local-world/', 'Product code never reaches a simulator or a test helper.');
const product = forbid('^\\.[^:]*/src/', "A simulator speaks the vendor's protocol and knows nothing about our code.");

/** The features that carry an email, each with those that build on it. */
const CARRYING = { 'send-engine': 'responses|sales-emails', responses: 'sales-emails' };
const buildsOnIt = (feature, others) =>
  forbid(
    `^(?:\\.\\./)+(?:features/)?(?:${others})/`,
    `${others.replace('|', ' and ')} build on ${feature}, so it knows nothing of them: hand the value in.`,
  );

const importRules = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: [...heavyPackages, ...patterns] }] });

/**
 * Stack traces, outlines and code search name functions only by their names. A constant with the type of its function may hold an arrow: a
 * declaration has no place for that type.
 */
const NAMELESS_FUNCTIONS = [
  {
    selector:
      ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > ' +
      'VariableDeclarator[init.type="ArrowFunctionExpression"]:not([id.typeAnnotation.type="TSTypeAnnotation"])',
    message: 'Declare it: function name(…) { … }.',
  },
  {
    selector: 'FunctionDeclaration > BlockStatement > ReturnStatement > ArrowFunctionExpression',
    message: 'Give the function that is returned a name: return function name(…) { … }.',
  },
];

const readonly = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** The component presets carry no files of their own. */
const onlyFor = (files, configs) => configs.map((config) => ({ ...config, files: config.files ?? files }));

export default defineConfig([
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'coverage/',
      '.local/',
      '**/*.d.ts',
      // Emitted beside its TypeScript
      'force-app/**/lwc/**/*.js',
      '!force-app/**/lwc/**/__tests__/**/*.js',
      // Made from a library beside it
      'force-app/**/staticresources/*.js',
      'server/simulators/salesforce/lightning/modules/',
      'server/bench/bare/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  { files: ['**/*.{js,mjs,ts}'], ...js.configs.recommended },
  { files: ['*.js', '**/*.mjs'], languageOptions: { globals: readonly('process', 'console', 'URL') } },
  {
    files: ['force-app/test/**/*.js'],
    languageOptions: { globals: readonly('jest', 'beforeEach', 'require', '__dirname') },
  },
  {
    files: ['server/src/**/assets/**/*.js'],
    languageOptions: { globals: readonly('document', 'window', 'location', 'fetch', 'setTimeout') },
  },

  ...onlyFor([...COMPONENTS, ...COMPONENT_TESTS], [...lwc.configs.recommended, ...lwc.configs.i18n]),
  // It reads every imported module again; tsc and Jest find a missing name too
  { files: [...COMPONENTS, ...COMPONENT_TESTS], rules: { 'import/namespace': 'off' } },
  // Waiting until something is true asserts it
  { files: COMPONENT_TESTS, rules: { 'jest/expect-expect': ['warn', { assertFunctionNames: ['expect', 'until'] }] } },
  {
    files: COMPONENTS,
    languageOptions: { parser: tseslint.parser },
    rules: {
      // TypeScript does both, and knows types
      'no-undef': 'off',
      'no-unused-vars': 'off',
      // Modules of the platform exist only there; tsc knows their declarations
      'import/no-unresolved': 'off',
      'import/named': 'off',
      'dot-notation': 'off',
      'no-void': ['error', { allowAsStatement: true }],
      'no-restricted-syntax': ['error', ...NAMELESS_FUNCTIONS],
      // The service it prefers is not generally available; ours take the locale and time zone of @salesforce/i18n
      '@salesforce/lightning/prefer-i18n-service': 'off',
    },
  },
  ...slds.configs['flat/recommended'].map((config) => ({ ...config, files: config.files.map((glob) => `force-app/${glob}`) })),

  ...onlyFor(SERVER, [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked]),
  {
    files: SERVER,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // TypeScript does it, and knows Node's globals
      'no-undef': 'off',
      // Fastify's plugins, and everything that implements a promised interface, are async by contract
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after'] }],
        },
      ],
      'no-restricted-syntax': ['error', ...NAMELESS_FUNCTIONS],
      // There are no enums in erasable syntax, and the second costs more than it finds
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Contradicts no-non-null-assertion
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // An empty text is often no better than none
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      ...importRules(),
    },
  },
  { files: ['server/src/features/**/*.ts'], rules: importRules(otherFeatureInside, simulators) },
  { files: ['server/src/{providers,platform}/**/*.ts'], rules: importRules(features, simulators) },
  { files: ['server/src/*.ts'], rules: importRules(simulators) },
  { files: ['server/simulators/**/*.ts'], rules: importRules(product) },
  // A test may use simulators and the whole product; one of a feature reaches other features as the feature does
  { files: ['server/src/**/*.test.ts'], rules: importRules() },
  { files: ['server/src/features/**/*.test.ts'], rules: importRules(otherFeatureInside) },
  ...Object.entries(CARRYING).flatMap(([feature, others]) => [
    {
      files: [`server/src/features/${feature}/**/*.ts`],
      ignores: ['**/*.test.ts'],
      rules: importRules(otherFeatureInside, simulators, buildsOnIt(feature, others)),
    },
    { files: [`server/src/features/${feature}/**/*.test.ts`], rules: importRules(otherFeatureInside, buildsOnIt(feature, others)) },
  ]),
  {
    // What a test reads is JSON that the test itself asserts on
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },

  prettier,
]);
