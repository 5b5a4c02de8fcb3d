/**
 * Which part may know which. Each comment says what to do instead. `scripts/arrows.ts` runs these rules and
 * `scripts/arrows.test.ts` plants a violation of each: a parser that silently reads nothing would pass everything.
 */

/** The chain from profile to press: a stage imports earlier stages only. */
export const STAGES = [
  'compliance',
  'accounts',
  'programmes',
  'companies',
  'matching',
  'events',
  'meetings',
  'scheduling',
  'rooms',
  'cases',
  'agreements',
  'commitments',
  'outcomes',
  'newsroom',
]

const TEST = String.raw`\.test\.tsx?$|/testing(/|\.ts$)`
const DATABASE_TEST = String.raw`\.db\.test\.ts$|/testing(/|\.ts$)`
const KERNEL = '^src/kernel/'
const OWN = '^src/modules/$1/'
const IN_MODULE = '^src/modules/([^/]+)/'
// `shapes.ts` holds the kernel's words as they cross HTTP, for all contracts.
// `contract.ts` beside it merges them: it knows every stage, so no module may know it.
const MERGED_CONTRACT = String.raw`^src/modules/contract\.ts$`
const SHAPES = String.raw`^src/modules/shapes\.ts$`
const DOORS = [String.raw`^src/modules/[^/]+/(index|contract|messages)\.ts$`, SHAPES]
const CONTRACT = [
  String.raw`^src/modules/([^/]+)/contract\.ts$`,
  SHAPES,
  MERGED_CONTRACT,
  String.raw`^src/platform/.*contract\.ts$`,
]
const MESSAGES = [String.raw`^src/modules/([^/]+)/messages\.ts$`, String.raw`^src/platform/.*messages\.ts$`]
// Who acts, as every stage's policy sees it: pure, so that policies stay pure (docs/adr/0004).
const ACTOR = String.raw`^src/modules/accounts/domain/actor\.ts$`
const POLICY = String.raw`/domain/policy\.ts$`
const PACKAGE = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)`
const SQL_PACKAGES = PACKAGE('kysely|pg|pg-boss|@electric-sql/[^/]+')
const HTTP_PACKAGES = PACKAGE('hono|@hono/[^/]+|@orpc/[^/]+')
const SERVER_PACKAGES = PACKAGE(
  'kysely|pg|pg-boss|@electric-sql/[^/]+|hono|@hono/[^/]+|@orpc/(server|openapi|zod)|pino|nodemailer|vite|@vitejs/[^/]+|csv-parse|csv-stringify|read-excel-file|write-excel-file|yauzl',
)

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const stageOrder = STAGES.slice(0, -1).map((stage, index) =>
  error(
    'stage-order',
    `${stage} may not know a later stage. Let the later stage call ${stage} through its index.ts, or listen to its journal entries.`,
    { path: `^src/modules/${stage}/` },
    // Stage 1 comes before the one that knows who acts; its policy needs the actor like any other (docs/adr/0004).
    { path: `^src/modules/(${STAGES.slice(index + 1).join('|')})/`, ...(index === 0 ? { pathNot: ACTOR } : {}) },
  ),
)

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    // 1
    error(
      'kernel-imports-nothing',
      'The kernel is shared by all and knows nobody. Move what needs a package or another folder to src/platform or to the module that means it.',
      { path: KERNEL, pathNot: TEST },
      { pathNot: KERNEL },
    ),
    // 2
    error(
      'pure-rooms-import-kernel-only',
      'domain and engine decide on plain values. Take facts, time, ids and seeds as arguments and let the operation load them; keep types they share in domain.',
      { path: '^src/modules/([^/]+)/(domain|engine)/', pathNot: [TEST, POLICY] },
      { pathNot: ['^src/modules/$1/(domain|engine)/', KERNEL] },
    ),
    error(
      'policy-knows-the-actor',
      'A policy decides who may: besides its own domain and kernel it knows the actor (accounts/domain/actor.ts), which is pure. Take everything else as an argument.',
      { path: String.raw`^src/modules/([^/]+)/domain/policy\.ts$` },
      { pathNot: ['^src/modules/$1/domain/', KERNEL, ACTOR] },
    ),
    // 3
    error(
      'sql-in-store-only',
      "SQL has two homes: a module's store/ and src/platform. Give the store a named function and call that.",
      { path: '^src/', pathNot: ['^src/platform/', '^src/modules/[^/]+/store/', DATABASE_TEST] },
      { path: SQL_PACKAGES },
    ),
    error(
      'store-knows-no-caller',
      'store/ only reads and writes rows. Return the rows and let the operation or query work on them.',
      { path: '^src/modules/([^/]+)/store/', pathNot: TEST },
      { path: '^src/modules/$1/(operations|queries|http|jobs|emails|engine|solver)/' },
    ),
    // 4
    error(
      'http-calls-operations-and-queries',
      'A route translates: it calls one operation or query and presents the result. Move the work to operations/ or queries/.',
      { path: '^src/modules/([^/]+)/http/', pathNot: TEST },
      { path: '^src/modules/$1/(store|jobs|emails|engine|solver)/' },
    ),
    error(
      'operations-know-no-http',
      'Operations, queries and what lies under them run without a request too. Return a Result; http/ turns it into an answer.',
      { path: '^src/modules/([^/]+)/(operations|queries|store|domain|engine|solver|jobs|emails)/', pathNot: TEST },
      { path: ['^src/modules/$1/http/', HTTP_PACKAGES, '^src/platform/http/'] },
    ),
    // 5
    error(
      'contract-stays-browser-safe',
      'contract.ts holds shapes only: zod, @orpc/contract, kernel, its own domain and other contracts. Move behaviour behind http/.',
      { path: CONTRACT },
      { pathNot: [PACKAGE('zod|@orpc/contract'), KERNEL, '^src/modules/$1/domain/', ...CONTRACT] },
    ),
    error(
      'messages-stay-browser-safe',
      'messages.ts holds texts only. It may import kernel, its own domain (for the keys) and other messages.',
      { path: MESSAGES },
      { pathNot: [KERNEL, '^src/modules/$1/domain/', ...MESSAGES] },
    ),
    // 6
    error(
      'web-imports-contracts-and-kernel',
      'The web app knows the server by its contracts. Import contract.ts, messages.ts or kernel, and fetch the rest over src/web/api.ts.',
      { path: '^src/web/', pathNot: TEST },
      { path: '^src/', pathNot: ['^src/web/', KERNEL, ...CONTRACT, ...MESSAGES] },
    ),
    error(
      'web-runs-in-the-browser',
      'This package or Node module does not run in a browser. Do the work on the server and send the result through the contract.',
      { path: '^src/web/', pathNot: TEST },
      { path: SERVER_PACKAGES, pathNot: String.raw`/vite/client\.d\.ts$` },
    ),
    error(
      'web-uses-no-node-module',
      'Node modules do not run in a browser. Do the work on the server and send the result through the contract.',
      { path: '^src/web/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    error(
      'screens-stand-apart',
      'Screens of one module do not import those of another. Move the shared part to src/web/ui or link to the other screen by its address.',
      { path: '^src/web/screens/([^/]+)/' },
      { path: '^src/web/screens/', pathNot: '^src/web/screens/$1/' },
    ),
    error(
      'ui-knows-no-screen',
      'Parts in src/web/ui are used by screens. Take what differs as a property.',
      { path: '^src/web/(ui/|api\\.ts$)' },
      { path: '^src/web/screens/' },
    ),
    error(
      'site-imports-contracts-kernel-and-queries',
      "Public pages show what queries return. Import a module's index.ts, contract.ts or messages.ts, kernel or platform.",
      { path: '^src/site/', pathNot: TEST },
      { path: '^src/', pathNot: ['^src/site/', KERNEL, ...DOORS, MERGED_CONTRACT, '^src/platform/'] },
    ),
    // 7
    error(
      'platform-knows-no-module',
      'The platform knows no business word. Take what differs as an argument; src/app hands it in.',
      { path: '^src/platform/' },
      { path: '^src/(modules|web|site)/' },
    ),
    // 8
    error(
      'module-door',
      'Other modules enter through index.ts (contracts through contract.ts, messages through messages.ts, tests also through testing/). Export what you need there.',
      { path: IN_MODULE, pathNot: [TEST, POLICY] },
      { path: '^src/modules/', pathNot: [OWN, ...DOORS] },
    ),
    error(
      'module-door-for-tests',
      "Tests enter other modules through index.ts or build their facts with that module's testing/ factories.",
      { path: String.raw`^src/modules/([^/]+)/(.*\.test\.tsx?$|testing/)` },
      { path: '^src/modules/', pathNot: [OWN, ...DOORS, '^src/modules/[^/]+/testing/'] },
    ),
    error(
      'module-door-from-outside',
      'A module is entered by its index.ts, from app and bench too. Export what you need there.',
      { path: '^(src/app|e2e)/' },
      { path: '^src/modules/', pathNot: [...DOORS, MERGED_CONTRACT, '^src/modules/[^/]+/testing/'] },
    ),
    error(
      'benches-measure-engines',
      'Benches and scripts may enter a module by its index.ts, and its engine directly: an engine stands alone. Export the rest from index.ts.',
      { path: '^(bench|scripts)/' },
      {
        path: '^src/modules/',
        pathNot: [...DOORS, MERGED_CONTRACT, '^src/modules/[^/]+/(testing|engine|solver|thesaurus)/'],
      },
    ),
    // 9
    ...stageOrder,
    // 10
    error(
      'no-cycles',
      'Two files that need each other are one file, or hide a third. Move the shared part to a file both import.',
      {},
      { circular: true },
    ),
    // 11
    error(
      'nobody-imports-app',
      'src/app puts the parts together and nobody knows it. Move what you need to the module or to platform.',
      { path: '^(src|scripts)/', pathNot: '^src/app/' },
      { path: '^src/app/' },
    ),
    error(
      'benches-import-the-demo-only',
      'Of src/app, benches and browser journeys may use the generator in src/app/demo alone. Start the rest as a process.',
      { path: '^(bench|e2e)/' },
      { path: '^src/app/', pathNot: '^src/app/demo/' },
    ),
    // What keeps the eleven honest
    error(
      'tests-stay-tests',
      'Test files and testing/ factories are not part of the product. Move what the product needs out of them.',
      { path: '^src/', pathNot: TEST },
      { path: TEST, pathNot: 'node_modules' },
    ),
    error(
      'no-development-packages',
      'This package is in devDependencies and missing on a server. Do without it, or move it to dependencies.',
      { path: '^src/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    ),
    error(
      'no-unresolvable',
      'This import leads nowhere, so no rule can judge it. Correct the path (with its .ts) or add the package.',
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^virtual:|\.css$|\?(raw|url|worker)$` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}
