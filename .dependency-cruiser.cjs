// The walls of the house. Each comment says what to do instead. `tests/unit/house/walls.test.ts` plants a fault per
// rule. dependency-cruiser 17 reads TypeScript up to 6: with a newer one it sees no module and reports success.

const ROOM = '^(client|server|shared)/[^/]+/';

/** The three rooms that write together in one transaction. */
const COUNTER = '^client/(actions|store|sync)/';

/** Styles, words and parts of the frame come with the screen that uses them, so those rooms are entered file by file. */
const DOORS = [`${ROOM}index\\.tsx?$`, '^client/(app|i18n|screens|ui)/'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'Clock, randomness, digest, network and storage come into shared as arguments.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'zod-mini-only',
      comment: "Import 'zod/mini': 8 KB on a teacher's phone instead of 27.",
      severity: 'error',
      from: { path: '^(client|shared)/' },
      to: { path: '^node_modules/zod/', pathNot: '^node_modules/zod/(v4/)?mini/' },
    },
    {
      name: 'client-not-server',
      comment: 'What both sides need stands in shared; the wire type is shared/protocol.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-not-client',
      comment: 'What both sides need stands in shared; official labels in shared/domain/istilah.ts.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'product-not-tests',
      comment: 'Builders and fixtures are for tests: move what the product needs into its room.',
      severity: 'error',
      from: { path: '^(client|server|shared)/' },
      to: { path: '^(tests|house)/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'Text, dates and domain values come into client/ui as props.',
      severity: 'error',
      from: { path: '^client/ui/' },
      to: { pathNot: ['^client/ui/', '^node_modules/(preact|@preact)/'] },
    },
    {
      name: 'only-store-knows-dexie',
      comment: 'Ask client/store for a query, or write a verb in client/actions.',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/store/' },
      to: { path: '^node_modules/dexie/' },
    },
    {
      name: 'screens-never-send',
      comment: 'A screen calls a verb of client/actions, or pokes the engine that useApp() hands out.',
      severity: 'error',
      from: { path: '^client/(screens|ui)/' },
      to: { path: '^client/sync/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-actions-append',
      comment: 'Write a verb in client/actions: one strict transaction writes journal and records.',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/(actions|store|sync)/' },
      to: { path: '^client/store/journal' },
    },
    {
      name: 'screens-by-routes-only',
      comment:
        'Give the screen a line in client/app/routes.tsx (layar-awal.tsx for the first ones); what two screens share is in client/ui.',
      severity: 'error',
      from: {
        path: '^client/',
        pathNot: ['^client/screens/', '^client/app/(routes|routes-admin|layar-awal)\\.tsx?$'],
      },
      to: { path: '^client/screens/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'screens-load-lazily',
      comment: 'Import the screen with import(): only sign-in and home may come with the first load.',
      severity: 'error',
      from: { path: '^client/app/(routes|routes-admin|layar-awal)\\.tsx?$' },
      to: {
        path: '^client/screens/',
        pathNot: '^client/screens/(masuk|guru)/(masuk|beranda)\\.tsx$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'http-decides-nothing',
      comment: 'Ask the ledger, people or files; server/http parses, finds out who asks, and answers.',
      severity: 'error',
      from: { path: '^server/http/', pathNot: '^server/http/openapi' },
      to: { path: ['^server/store/sqlite', '^shared/(domain|commands)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-store-knows-sql',
      comment: 'Give the interface in server/store/port.ts a verb; the SQL behind it stands in server/store.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/store/' },
      to: { path: '^node_modules/(drizzle-orm|better-sqlite3|pg|postgres)/' },
    },
    {
      name: 'through-the-door',
      comment: 'Enter a room by its index.ts, and add there what others may use.',
      severity: 'error',
      // The rooms of shared know one another file by file: records need limits, the codec needs records.
      from: { path: '^(client|server)/([^/]+)', pathNot: ['^client/sw[.-]', COUNTER] },
      to: { path: ROOM, pathNot: ['^$1/$2/', ...DOORS] },
    },
    {
      name: 'through-the-door',
      comment: 'Behind the counter actions, store and sync know one another; other rooms have a door.',
      severity: 'error',
      from: { path: COUNTER },
      to: { path: ROOM, pathNot: [COUNTER, ...DOORS] },
    },
    {
      name: 'not-by-own-door',
      comment: 'Inside a room import the file itself: the door would make a cycle.',
      severity: 'error',
      from: { path: '^(client|server|shared)/([^/]+)/' },
      to: { path: '^$1/$2/index\\.tsx?$' },
    },
    {
      name: 'no-cycles',
      comment: 'Move what both need into a third file, or hand one to the other as an argument.',
      severity: 'error',
      from: { path: '^(client|server|shared)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing leads here: use it or remove it.',
      severity: 'error',
      from: { orphan: true, path: '^(client|server|shared)/', pathNot: '\\.(d|config)\\.ts$' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'The file or package does not exist: mind the extension.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: ['^node_modules/', '^tests/', '^house/'] },
    exclude: { path: ['\\.css$', '^dist/', '^client/public/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types', 'node'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
