import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { readForm } from './queries/form.ts'
import { words } from './words.ts'

export { definitionOf } from './queries/definition.ts'

/** A form as commands hold it. */
export type FormRecord = {
  id: string
  name: string
  description: string | null
  publishedVersionId: string | null
  deletedAt: Date | null
  version: number
}

type Inside = { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null }

export const noSuchForm = () => new Stop('not_found', words.noSuchForm)

/** The form, locked until commit. An If-Match that names another version stops with 412; a retired one with 409. */
export async function loadForm({ tx, actor, ifMatch }: Inside, id: string): Promise<FormRecord> {
  const [form] = isUuid(id.toLowerCase())
    ? await tx.query<FormRecord>(
        `select id, name, description, published_version_id as "publishedVersionId", deleted_at as "deletedAt", version
         from app.forms where company_id = $1 and id = $2 for update`,
        [actor.companyId, id],
      )
    : []
  if (!form) throw noSuchForm()
  if (ifMatch && !ifMatch.includes(String(form.version))) {
    const current = await readForm(tx, form.id)
    throw new Stop('stale', words.stale, { current: JSON.parse(current?.text ?? 'null') })
  }
  if (form.deletedAt) throw new Stop('state', words.retired)
  return form
}

/** The form as the subject of an event. */
export const about = ({ id, name }: Pick<FormRecord, 'id' | 'name'>): Subject => ({
  type: 'form',
  id,
  ref: name,
})
