import { withInstallation } from './installation.ts'
import { say } from './say.ts'

/** Brings the database up to date and says what ran. */
export async function migrateByHand(
  env: NodeJS.ProcessEnv,
  { json = false, takeRoles = false },
): Promise<void> {
  const ran = await withInstallation(env, async (installation) => installation.ran, { takesRoles: takeRoles })
  if (json) say(JSON.stringify({ ran }))
  else if (ran.length === 0) say('The database is up to date.')
  else for (const name of ran) say(`Ran ${name}`)
}
