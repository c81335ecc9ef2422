import { sources } from './sources.ts'

/** What opens a hole when it is used carelessly: where it may stand, and what to do instead. */
type Danger = { name: string; pattern: RegExp; may: RegExp; instead: string }

const server = /^apps\/server\/src\/.*\.ts$/
const ofTests = /\.test\.ts$|\/testing\/|\/sample\.ts$/

const dangers: Danger[] = [
  {
    name: 'sql.raw',
    pattern: /\bsql\.raw\(/,
    // Columns and conditions that are constants of the code; each file was read with that in mind.
    may: /^apps\/server\/src\/(search\/queries\/requests|approvals\/queries\/columns|rules\/keepTime|rules\/commands\/tryOut|requests\/queries\/(whole|columns|filter)|surveys\/queries\/list|assets\/queries\/(asOf|columns))\.ts$/,
    instead: 'Bind the value; a column that is chosen is a fragment of its own.',
  },
  {
    name: 'pool.query',
    pattern: /\b(?:pools?\.(?:\w+\.)?query|\.connect\(\)\)?\.query)\b/,
    // What runs in no company: the queue, the log's reader, health, the command line.
    may: /^apps\/server\/src\/(platform\/(db|jobs|realtime)\/|platform\/http\/health\.ts|cli\/)/,
    instead: 'Ask inside a transaction with `tx`; without it there is no company.',
  },
  {
    name: 'child_process',
    pattern: /['"](?:node:)?child_process['"]/,
    may: /^apps\/server\/src\/platform\/postgres\//,
    instead: 'The server starts PostgreSQL and nothing else.',
  },
  {
    name: 'Math.random',
    pattern: /\bMath\.random\b/,
    // How long to wait before the next try.
    may: /^apps\/server\/src\/platform\/(log\/alarm|http\/mount|db\/migrate)\.ts$/,
    instead: 'It can be guessed. Take `randomBytes`, `newId` or, in the demo world, its own random numbers.',
  },
  {
    name: 'code from text',
    pattern: /\beval\(|\bnew Function\(|from ['"](?:node:)?vm['"]/,
    may: /^$/,
    instead: 'Nothing that is data becomes code.',
  },
]

/** A sentence for each dangerous thing in the server's code outside where it is known to be safe. */
export function checkDangers(root: string): string[] {
  return dangersIn(sources(root, server))
}

/** As `checkDangers`, of these files. */
export function dangersIn(files: { path: string; text: string }[]): string[] {
  return files
    .filter(({ path }) => !ofTests.test(path))
    .flatMap(({ path, text }) =>
      dangers
        .filter(({ pattern, may }) => pattern.test(text) && !may.test(path))
        .map(({ name, instead }) => `${path}: ${name} does not belong here. ${instead}`),
    )
}
