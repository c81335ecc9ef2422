import { presence } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { words } from '../../requests/words.ts'

/** Who looks is told to the desk alone. */
export const list = handle(presence.list, async ({ tx, db, actor, params, platform }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyDesk)
  const here = platform.board.peopleAt(actor.companyId, request.id)
  const people = await tx.query<{ id: string; name: string }>(
    'select id, name from app.people where company_id = $1 and id = any ($2::uuid[])',
    [actor.companyId, here.map(({ personId }) => personId)],
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    data: here.flatMap(({ personId: id, doing }) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name, doing }]
    }),
  }
})
