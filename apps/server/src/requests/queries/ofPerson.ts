import { requests } from '@deskhand/contract'
import { noSuchPerson } from '../../people/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { readRows } from './list.ts'

/** What a person asked for, as far as the reader may see it: the list of requests from that person's page. */
export const ofPerson = handle(requests.ofPerson, async ({ tx, actor, params, query, platform }) => {
  const id = params.id.toLowerCase()
  const [person] = isUuid(id)
    ? await tx.query('select from app.people where company_id = $1 and id = $2', [actor.companyId, id])
    : []
  if (!person) throw noSuchPerson()
  return readRows({ tx, actor, platform }, { ...query, requester: [id] })
})
