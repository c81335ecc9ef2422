import type { companies, ReplyIn } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { deriveKey, seal, unseal } from '../platform/secret.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

export type CompanyRow = ReplyIn<typeof companies.general>

/** The columns of `c` that may leave, for json_build_object. */
export const companyFields = `'id', c.company_id, 'name', c.name, 'slug', c.slug, 'zone', c.zone, 'locale', c.locale,
  'state', c.state, 'isDemo', c.is_demo, 'createdAt', c.created_at, 'version', c.version`

export const noSuchCompany = () => new Stop('not_found', words.noSuchCompany)

/** The company that the transaction is in. `lock` holds it until commit. */
export async function loadCompany(tx: Tx, id: string, { lock = false } = {}): Promise<CompanyRow> {
  const [row] = await tx.query<{ company: CompanyRow }>(
    `select json_build_object(${companyFields}) as company from app.companies c where c.company_id = $1
     ${lock ? 'for update' : ''}`,
    [id],
  )
  if (!row) throw noSuchCompany()
  return row.company
}

/** Where mail goes out, when that was said on a page and not in SMTP_URL. */
export type MailSettings = { smtpUrl: string; from: string }

const settingsKey = ({ secret }: Pick<Platform, 'secret'>) => deriveKey(secret, 'settings')

/** The mail server of the installation from its settings, or null. Any role may read the sealed row. */
export async function readMailSettings(
  platform: Pick<Platform, 'secret'>,
  tx: Tx,
): Promise<MailSettings | null> {
  const [row] = await tx.query<{ value: { sealed: string } }>(
    `select value from ops.settings where name = 'mail'`,
  )
  if (!row) return null
  const settings: MailSettings = JSON.parse(
    unseal(settingsKey(platform), Buffer.from(row.value.sealed, 'base64')),
  )
  return settings
}

/** Keeps the mail server sealed: its address carries a password. */
export async function writeMailSettings(
  platform: Pick<Platform, 'secret'>,
  tx: Tx,
  settings: MailSettings,
): Promise<void> {
  const sealed = seal(settingsKey(platform), JSON.stringify(settings)).toString('base64')
  await tx.run(
    `insert into ops.settings (name, value, updated_at) values ('mail', $1, $2)
     on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`,
    [JSON.stringify({ sealed }), clock.now()],
  )
}
