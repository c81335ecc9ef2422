import { companies } from '@deskhand/contract'
import { readMailSettings } from '../companies/access.ts'
import { createByHand } from '../companies/commands/createByHand.ts'
import { transact } from '../platform/db/transaction.ts'
import { mailKey } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { unseal } from '../platform/secret.ts'
import { withInstallation } from './installation.ts'
import { say } from './say.ts'

type Options = {
  name: string
  zone: string
  locale: string
  adminEmail: string
  adminName: string
  json?: boolean
}

/** Makes a company; prints the admin's invitation where no mail server could bring it. */
export async function createCompany(env: NodeJS.ProcessEnv, options: Options): Promise<void> {
  const [firstName = '', ...rest] = options.adminName.trim().split(/\s+/)
  const { name, zone, locale, adminEmail: email } = options
  const parsed = companies.platformCreate.body.safeParse({
    name,
    zone,
    locale,
    admin: { firstName, lastName: rest.join(' '), email },
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const made = await withInstallation(env, async ({ deskhand: { platform } }) => {
    const { companyId, slug } = await createByHand(platform, parsed.data)
    return { companyId, slug, invitation: await findInvitation(platform, companyId) }
  })
  if (options.json) return say(JSON.stringify(made))
  say(`${parsed.data.name} is there.`)
  if (made.invitation === null) say(`An invitation is on its way to ${parsed.data.admin.email}.`)
  else {
    say(
      `No mail server is configured. Give this address to ${parsed.data.admin.email}; it is good for 7 days:`,
    )
    say(`  ${made.invitation}`)
  }
}

/** The link of the mail that nobody will send; null where one will. */
async function findInvitation(platform: Platform, companyId: string): Promise<string | null> {
  const { config, pools, secret } = platform
  return transact(pools.auth, { companyId, personId: null }, async (tx) => {
    if (config.smtpUrl !== null || (await readMailSettings(platform, tx)) !== null) return null
    const [mail] = await tx.query<{ sealed: Buffer }>(
      `select sealed from app.mails where company_id = $1 and kind = 'invitation' order by created_at desc limit 1`,
      [companyId],
    )
    const secrets: { link?: string } = mail ? JSON.parse(unseal(mailKey(secret), mail.sealed)) : {}
    return secrets.link ?? null
  })
}
