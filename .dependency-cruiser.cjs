/**
 * Who may import whom. `npm run boundaries` checks it.
 *
 * The rooms: domain decides; application carries out through ports; platform, persistence, jobs
 * and notifications implement those ports; ingress and routes are doors; container.server.ts is
 * where they all meet.
 */

const adapters = ['platform', 'persistence', 'jobs', 'notifications'];
const tests = '[.]test[.]tsx?$';

/** @param {string[]} rooms */
const inRooms = (...rooms) => `^app/(${rooms.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that import each other are one module in two files.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that does not resolve fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\./\\+types/', '^virtual:'] },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Decisions know no platform, database, framework or Node: only each other and money.',
      severity: 'error',
      from: { path: inRooms('domain'), pathNot: tests },
      to: { pathNot: ['^app/domain/', '^node_modules/(dinero[.]js|@dinero[.]js|zod)/'] },
    },
    {
      name: 'application-knows-only-domain',
      comment: 'Use cases speak to the ports they declare, whoever implements them.',
      severity: 'error',
      from: { path: inRooms('application'), pathNot: tests },
      to: { pathNot: ['^app/(domain|application)/', '^node_modules/zod/'] },
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
      name: 'formats-know-what-they-read',
      comment: 'How a stored document becomes what the domain knows; whoever stores it calls this.',
      severity: 'error',
      from: { path: inRooms('formats'), pathNot: tests },
      to: {
        pathNot: [
          '^app/(formats|domain)/',
          '^app/application/webhook/ports[.]ts$',
          '^node_modules/zod/',
        ],
      },
    },
    {
      name: 'messages-know-nothing',
      comment: 'What people read, and how a text is found: by whoever has something to say.',
      severity: 'error',
      from: { path: inRooms('messages'), pathNot: tests },
      to: { pathNot: ['^app/messages/', '^node_modules/i18next/'] },
    },
    {
      name: 'no-catalogue-for-browsers',
      comment: 'A browser is sent the one bundle that its page needs, never every language.',
      severity: 'error',
      from: { path: inRooms('components'), pathNot: tests },
      to: { path: '^app/messages/catalogue[.]generated[.]ts$', reachable: true },
    },
    {
      name: 'adapters-stay-apart',
      comment: 'Each implements ports on its own; what two of them share belongs in a port.',
      severity: 'error',
      from: { path: `^app/(${adapters.join('|')})/`, pathNot: tests },
      to: { path: `^app/(${adapters.join('|')})/`, pathNot: '^app/$1/' },
    },
    {
      name: 'adapters-know-no-doors',
      comment: 'Adapters are called by the doors, through the application.',
      severity: 'error',
      from: { path: inRooms(...adapters, 'application', 'domain') },
      to: { path: ['^app/(ingress|http|routes|components)/', '^app/container[.]server[.]ts$'] },
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
      name: 'routes-are-thin',
      comment: 'Routes see no database and no GraphQL: they run one use case and present it.',
      severity: 'error',
      from: { path: inRooms('routes', 'components', 'http'), pathNot: tests },
      to: {
        path: [
          '^app/(platform|persistence|jobs|notifications)/',
          '^node_modules/(@prisma/|[.]prisma/|pg|pg-boss|graphql)(/|$)',
        ],
      },
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
      comment: 'Whoever installs it gets no devDependencies.',
      severity: 'error',
      from: { path: '^tests/devstore/', pathNot: [tests, '/fixtures/', '/vitest[.]'] },
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
        "An extension runs in Shopify's sandbox, each in a bundle of its own: of the app it knows the JSON they speak.",
      severity: 'error',
      from: { path: '^extensions/([^/]+)/' },
      to: {
        path: '^(app|extensions|tests|scripts)/',
        pathNot: ['^extensions/$1/', '^extensions/shared/', '^app/contract/'],
      },
    },
    {
      name: 'ships-only-dependencies',
      comment: 'What runs in production is installed with --omit=dev.',
      severity: 'error',
      from: { path: '^app/', pathNot: [tests, '[.]d[.]ts$'] },
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
