import { type Request, requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { named, noSuchRequest, visibleTo } from '../access.ts'
import { supervises } from './columns.ts'
import { noteOpening } from './noteOpening.ts'
import { readWhole } from './whole.ts'

export const get = handle(requests.get, async (inside) => {
  const { tx, actor, params } = inside
  const which = sql<boolean>`${named(params.id, 'r')} and ${visibleTo(actor, 'r')}
    and (r.deleted_at is null or ${supervises(actor)})`
  const whole = await readWhole(tx, actor, which)
  if (!whole) throw noSuchRequest()
  await noteOpening(inside, whole.opened)
  return answer(new Json<Request>(whole.text), { version: whole.version })
})
