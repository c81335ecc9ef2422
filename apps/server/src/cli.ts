import { Command, CommanderError } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { createCompany } from './cli/company.ts'
import { loadDemoByHand } from './cli/demo.ts'
import { runDoctor } from './cli/doctor/doctor.ts'
import { migrateByHand } from './cli/migrate.ts'
import { runServer } from './cli/process.ts'
import { note } from './cli/say.ts'
import { verifyAssets } from './cli/verify.ts'
import { verifyCertificate } from './cli/verifyCertificate.ts'
import { verifyStock } from './cli/verifyStock.ts'

const { env } = process
const program = new Command('deskhand')
  .description('An open, self-hosted service desk.')
  .version(manifest.version)
  .showHelpAfterError('(deskhand --help lists the commands)')
  .exitOverride()

program
  .command('serve')
  .description('serve the desk, as npm start does without building')
  .option('--as <roles>', 'what this process does: api, worker, realtime, or several with commas')
  .action(({ as }: { as?: string }) => runServer(env, as ? [`--as=${as}`] : []))

program
  .command('migrate')
  .description('bring the database up to date, ahead of a start')
  .option('--json', 'answer in JSON')
  .option(
    '--take-roles',
    'after a change of DESKHAND_SECRET: also where another database uses the same roles',
  )
  .action((options: { json?: boolean; takeRoles?: boolean }) => migrateByHand(env, options))

const demo = program.command('demo').description('the demo world')
demo
  .command('load')
  .description('fill an empty database with two companies, 240 people and 18 months of requests')
  .action(() => loadDemoByHand(env))

const company = program.command('company').description('companies')
company
  .command('create')
  .description('make a company and invite its first admin')
  .requiredOption('--name <name>', 'what the company is called')
  .requiredOption('--zone <zone>', 'its time zone, such as Europe/Madrid')
  .requiredOption('--admin-email <address>', 'where the invitation goes')
  .requiredOption('--admin-name <name>', 'first and last name of the admin')
  .option('--locale <locale>', 'its language', 'en')
  .option('--json', 'answer in JSON')
  .action((options) => createCompany(env, options))

program
  .command('doctor')
  .description('say what this installation lacks, and what its host does not allow')
  .option('--json', 'answer in JSON')
  .action(async ({ json = false }: { json?: boolean }) => {
    if (!(await runDoctor(env, { json }))) process.exitCode = 1
  })

const verify = program.command('verify').description('hold what is stored against the log that it comes from')
verify
  .command('assets')
  .description(
    'replay what happened to every thing and compare it with its row; ends with 1 where one differs',
  )
  .option('--json', 'answer in JSON')
  .action(async (options: { json?: boolean }) => {
    if (!(await verifyAssets(env, options))) process.exitCode = 1
  })
verify
  .command('stock')
  .description('count all stock anew from its movements and compare; ends with 1 where a balance differs')
  .option('--json', 'answer in JSON')
  .action(async (options: { json?: boolean }) => {
    if (!(await verifyStock(env, options))) process.exitCode = 1
  })

verify
  .command('certificate')
  .description('check a custody certificate; ends with 1 where it is not as it was signed')
  .argument('<file>', 'the JSON file')
  .option('--json', 'answer in JSON')
  .action(async (file: string, options: { json?: boolean }) => {
    if (!(await verifyCertificate(file, options))) process.exitCode = 1
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2)
  note(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
