import { type Undo, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { isStaff, loadRequest } from '../requests/access.ts'
import { changeThings } from './commands/keep.ts'
import { words } from './words.ts'

/** Takes off again what a larger deed had linked; what somebody took off since stays off. */
export const undoes: Undo[] = [
  undo({
    on: 'request.asset_linked',
    async run(work, { subjectId, data }) {
      const request = await loadRequest(work, subjectId ?? '', { lock: true })
      if (!isStaff(work.actor, request)) throw new Stop('forbidden', words.onlyDesk)
      const [linked] = await work.tx.query<{ id: string }>(
        `select asset_id as id from app.request_assets where company_id = $1 and request_id = $2 and asset_id = $3`,
        [request.companyId, request.id, data.assetId],
      )
      if (linked)
        await changeThings(work, request, { link: [], unlink: [{ id: linked.id, assetTag: data.assetTag }] })
    },
  }),
]
