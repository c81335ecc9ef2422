import { links } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { about, isStaff, loadRequest } from '../../requests/access.ts'
import { words as requestWords } from '../../requests/words.ts'
import { readLinks } from '../queries/readLinks.ts'
import { words } from '../words.ts'

export const remove = handle(links.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  if (!isStaff(actor, request)) throw new Stop('forbidden', requestWords.onlyDesk)
  const linkId = params.linkId.toLowerCase()
  const [link] = isUuid(linkId) ? await readLinks(tx, actor, request.id, sql`l.id = ${linkId}`) : []
  if (!link) throw new Stop('not_found', words.noSuchLink)
  await tx.run('delete from app.request_links where company_id = $1 and id = $2', [request.companyId, linkId])
  record('request.unlinked', about(request), { linkId, type: link.type, otherId: link.request.id })
  return {}
})
