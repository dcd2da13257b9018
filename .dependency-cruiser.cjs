/**
 * Who may import whom. `npm run boundaries` checks it, types included; `scripts/repository/boundaries.test.ts` sees each rule
 * refuse something.
 *
 * The rooms: domain decides; application carries out through ports; platform, persistence, jobs and notifications
 * implement those ports; contract is the JSON between server, pages and extensions, and messages what people read;
 * presentation makes views of facts; ingress, http and routes let requests in; components draw;
 * container.server.ts is where ports meet adapters, and processes where all of it starts and ends.
 */

const adapters = ['platform', 'persistence', 'jobs', 'notifications'];
const tests = '[.]test[.]tsx?$';

/** @param {string[]} rooms */
const inRooms = (...rooms) => `^app/(${rooms.join('|')})/`;

/** @param {string[]} names */
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

/** The guests' page lets choose what the signed-in customer's window does. */
const GUESTS_WINDOW = '^extensions/cancel-order/';

/** All that a room may import besides itself. A room that is not here fails the test beside these rules. */
const MAY_IMPORT = {
  domain: [packages('dinero[.]js', '@dinero[.]js', 'zod')],
  application: [inRooms('domain')],
  contract: [inRooms('domain'), packages('zod')],
  messages: [
    // The default policy's reasons are texts.
    '^app/domain/policy/document/',
    // Dates in a sentence are written by formatters that are made once.
    '^app/domain/text/formatters[.]ts$',
    packages('i18next', 'negotiator', '@types/negotiator'),
  ],
  formats: [inRooms('domain'), '^app/application/webhook/ports[.]ts$', packages('zod')],
  presentation: [inRooms('domain', 'application', 'contract', 'messages'), GUESTS_WINDOW],
  platform: [inRooms('domain', 'application'), packages('zod', 'graphql')],
  persistence: [
    inRooms('domain', 'application', 'formats'),
    '^app/messages/default-policy[.]ts$',
    packages(
      '@prisma',
      '[.]prisma',
      '@shopify/shopify-api',
      '@shopify/shopify-app-session-storage-prisma',
    ),
    packages('pg', '@types/pg', 'zod'),
  ],
  jobs: [
    inRooms('domain', 'application', 'formats', 'observability'),
    packages('pg', '@types/pg', 'pg-boss', 'zod'),
  ],
  notifications: [
    inRooms('domain', 'application', 'messages'),
    packages('nodemailer', '@types/nodemailer', 'liquidjs'),
  ],
  observability: [inRooms('domain', 'application'), packages('pino', 'prom-client')],
  ingress: [inRooms('domain', 'application'), '^app/http/server/signature[.]ts$', packages('zod')],
  http: [
    inRooms('domain', 'application', 'contract', 'messages', 'presentation'),
    '^app/load-context[.]ts$',
    packages('@remix-run', '@types', 'compression', 'express', 'jose', 'react', 'react-dom', 'zod'),
  ],
  components: [
    inRooms('domain', 'contract', 'messages', 'presentation'),
    packages(
      '@remix-run/react',
      '@shopify/app-bridge-react',
      '@shopify/polaris',
      '@shopify/polaris-icons',
    ),
    packages('react', '@types/react', 'zod'),
  ],
  routes: [
    inRooms(
      'domain',
      'application',
      'contract',
      'messages',
      'presentation',
      'http',
      'components',
      'styles',
    ),
    '^app/container[.]server[.]ts$',
    GUESTS_WINDOW,
    packages('@remix-run', '@shopify', '@types', 'react', 'react-dom', 'zod'),
  ],
  processes: [
    inRooms('application', 'http', 'ingress', 'jobs', 'messages', 'observability', 'platform'),
    '^app/(config|container|shopify)[.]server[.]ts$',
  ],
  styles: [],
};

/** Rooms in which Node's own modules are at home. */
const ON_NODE = [...adapters, 'observability', 'ingress', 'http', 'processes'];

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `what-${room}-may-know`,
  comment: 'Its room in MAY_IMPORT says what it may know, and nothing else.',
  severity: 'error',
  from: { path: inRooms(room), pathNot: tests },
  to: {
    pathNot: [`^app/${room}/`, ...others],
    ...(ON_NODE.includes(room) ? { dependencyTypesNot: ['core'] } : {}),
  },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: 'no-cycles',
      comment:
        'Two modules that import each other, and be it for a type, are one module in two files.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that does not resolve fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\./\\+types/', '^virtual:'] },
    },
    {
      name: 'the-runner-knows-no-saga',
      comment: 'Sagas are given to it as values: what it runs on has to fit the next one, too.',
      severity: 'error',
      from: { path: '^app/(domain|application)/saga/', pathNot: tests },
      to: {
        path: '^app/(domain|application)/',
        pathNot: '^app/(domain|application)/(saga|shared)/|^app/domain/(ids|result|time)[.]ts$',
      },
    },
    {
      name: 'no-catalogue-for-browsers',
      comment: 'A browser is sent the one bundle that its page needs, never every language.',
      severity: 'error',
      from: { path: inRooms('components'), pathNot: tests },
      to: { path: '^app/messages/catalogue[.]generated[.]ts$', reachable: true },
    },
    {
      name: 'only-persistence-knows-prisma',
      comment: 'The database is reached through repositories; the session storage needs a client.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: ['^app/persistence/', '^app/container[.]server[.]ts$', tests],
      },
      to: { path: '^node_modules/(@prisma/|[.]prisma/)' },
    },
    {
      name: 'ports-meet-adapters-in-one-place',
      comment: 'container.server.ts wires; nothing else may import it but what answers requests.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: [
          inRooms('routes', 'ingress'),
          '^app/(server|worker|processes/web|processes/work|load-context|container[.]server|shopify[.]server|entry[.]server)[.]tsx?$',
          tests,
        ],
      },
      to: { path: '^app/container[.]server[.]ts$' },
    },
    {
      name: 'app-knows-no-tests',
      comment:
        'What ships imports nothing that does not. A test beside its source may use support.',
      severity: 'error',
      from: { path: '^(app|extensions)/', pathNot: tests },
      to: { path: ['^tests/', '^scripts/', tests] },
    },
    {
      name: 'devstore-stands-alone',
      comment:
        'A stand-in that shares code with what it checks proves nothing, and could not move.',
      severity: 'error',
      from: { path: '^tests/devstore/' },
      to: { pathNot: ['^tests/devstore/', '^node_modules/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'devstore-names-its-packages',
      comment: 'What it imports is in its own package.json, wherever npm put it.',
      severity: 'error',
      from: { path: '^tests/devstore/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'devstore-runs-on-dependencies',
      comment:
        'Whoever installs it gets no devDependencies; the example app is tried in the folder itself.',
      severity: 'error',
      from: { path: '^tests/devstore/', pathNot: [tests, '/fixtures/', '/vitest[.]', '/example/'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    {
      name: 'devstore-by-its-exports',
      comment: 'It is used by its name, like any other package; what that reaches is its exports.',
      severity: 'error',
      from: { pathNot: '^tests/devstore/' },
      to: { path: '^tests/devstore/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'extensions-know-the-contract',
      comment:
        "Each runs in Shopify's sandbox in a bundle of its own, and speaks JSON with the app.",
      severity: 'error',
      from: { path: '^extensions/([^/]+)/' },
      to: {
        path: '^(app|extensions|tests|scripts)/',
        pathNot: ['^extensions/$1/', '^extensions/shared/', '^app/contract/'],
      },
    },
    {
      name: 'extensions-take-the-small-zod',
      comment: 'The whole of it is larger than Shopify lets a bundle be.',
      severity: 'error',
      from: { path: ['^extensions/', '^app/contract/(?!policy/)'], pathNot: tests },
      to: { path: '^node_modules/zod/', pathNot: '^node_modules/zod/(v4/)?mini/' },
    },
    {
      name: 'ships-only-dependencies',
      comment: 'What runs in production is installed with --omit=dev.',
      severity: 'error',
      from: {
        path: [
          '^app/',
          '^prisma/',
          '^scripts/(postgres|processes)/',
          '^scripts/(rotate-keys|audit-verify)[.]ts$',
        ],
        pathNot: [tests, '[.]d[.]ts$'],
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^extensions/[^/]+/dist/', '^build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
