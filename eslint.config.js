import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Whose modules a tool or framework loads by their default export. */
const LOADED_BY_DEFAULT_EXPORT = [
  '**/*.config.{js,ts}',
  'app/root.tsx',
  'app/entry.*.tsx',
  'app/routes/**',
  'extensions/*/src/*.tsx',
];

const clock = 'Take the time as an argument: what is decided must be repeatable.';
const chance = 'Take the random value as an argument: what is decided must be repeatable.';

const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
];
const noClockProperties = [
  { object: 'Date', property: 'now', message: clock },
  { object: 'performance', property: 'now', message: clock },
  { object: 'Math', property: 'random', message: chance },
  { object: 'crypto', property: 'randomUUID', message: chance },
  { object: 'crypto', property: 'getRandomValues', message: chance },
];
const noEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Settings are read and checked once, in app/config.server.ts.',
};

const fromCatalogue = 'Staff read this: say it by a message of app/messages/<language>/staff.';
/** Rightly literal: the app's name, and a domain that is an example. */
const WORD = '/^(?!\\s*(Unorder|my-shop\\.myshopify\\.com)\\s*$)[^]*\\p{L}{2}/u';
const READ_PROPS =
  '/^(label|title|titles|content|helpText|placeholder|queryPlaceholder|accessibilityLabel|ariaLabel|aria-label|alt|description|explanation|emptyState|otherwise|note|error|end|singular|plural)$/';
const literalTexts = [
  `JSXText[value=${WORD}]`,
  `JSXElement > JSXExpressionContainer > Literal[value=${WORD}]`,
  `JSXElement > JSXExpressionContainer > ConditionalExpression > Literal[value=${WORD}]`,
  `JSXElement > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${WORD}]`,
  `JSXAttribute[name.name=${READ_PROPS}] > Literal[value=${WORD}]`,
  `JSXAttribute[name.name=${READ_PROPS}] > JSXExpressionContainer > Literal[value=${WORD}]`,
  `JSXAttribute[name.name=${READ_PROPS}] > JSXExpressionContainer > ConditionalExpression > Literal[value=${WORD}]`,
  `JSXAttribute[name.name=${READ_PROPS}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${WORD}]`,
  `Property[key.name=${READ_PROPS}] > Literal[value=${WORD}]`,
  `Property[key.name=${READ_PROPS}] > TemplateLiteral > TemplateElement[value.raw=${WORD}]`,
].map((selector) => ({ selector, message: fromCatalogue }));
/** Several words are a sentence, wherever a presenter holds them. */
const literalSentences = [
  ':not(NewExpression, TSLiteralType) > Literal[value=/\\p{L}+ \\p{L}+/u]',
  ':not(NewExpression) > TemplateLiteral > TemplateElement[value.raw=/\\p{L}+ \\p{L}+/u]',
].map((selector) => ({ selector, message: fromCatalogue }));
/** A reason is a code there, which the catalogue has words for; only what is thrown at a bug is said in English. */
const noSentences = literalSentences.map(({ selector }) => ({
  selector,
  message: 'The domain holds no sentence: give a code, and its words in app/messages.',
}));

// What can be seen in one file. Types, and the rules that need them, are oxlint's (.oxlintrc.json):
// it has them from the native compiler in a sixth of the time.
export default defineConfig(
  globalIgnores([
    'build/',
    '.data/',
    '.shopify/',
    'extensions/*/dist/',
    'extensions/*/shopify.d.ts',
    'app/platform/admin-api.generated.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['{app,extensions}/**/*.tsx', 'app/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['app/**', 'extensions/**', 'tests/**', 'scripts/**', 'prisma/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
    },
  },
  { files: LOADED_BY_DEFAULT_EXPORT, rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['app/**'],
    ignores: ['app/config.server.ts', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-properties': ['error', noEnvironment] },
  },
  {
    files: ['app/domain/**', 'app/application/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', noEnvironment, ...noClockProperties],
      'no-restricted-syntax': ['error', ...noClock],
    },
  },
  {
    files: ['app/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...noSentences] },
  },
  {
    files: ['app/routes/{_index,app.,auth.}*/**', 'app/routes/app.*', 'app/components/**'],
    ignores: ['**/*.test.{ts,tsx}', 'app/components/storefront/**'],
    rules: { 'no-restricted-syntax': ['error', ...literalTexts] },
  },
  {
    files: ['app/presentation/{cancellation,list,policy,shop,staff}/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...literalSentences] },
  },
  {
    // What these print is what they are for.
    files: [
      'scripts/*',
      'scripts/demo/demo-check.ts',
      'tests/oracle/main.ts',
      'tests/simulation/main.ts',
      'tests/bench/**',
      'tests/mutants/main.ts',
      'tests/frozen/freeze.ts',
      'tests/devstore/main.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { console: 'readonly', module: 'writable', process: 'readonly' },
    },
  },
  {
    files: ['tests/devstore/example/*.js'],
    languageOptions: { globals: { Buffer: 'readonly', URL: 'readonly', fetch: 'readonly' } },
  },
);
