import type { Pools } from '../db/pools.ts'
import { transact } from '../db/transaction.ts'
import type { Doors } from './doors.ts'
import { isForAdmins, mayHear, thingTypes } from './hears.ts'
import type { Peer, Topic } from './peer.ts'
import { type LogRow, logColumns } from './row.ts'

/** Who missed more reads everything anew. */
export const mostMissed = 5_000
/** And who is so far behind, in events of all companies, is not worth the search for what was theirs. */
const mostBehind = 200_000

const readMissed = `
  select ${logColumns} from app.events e
  where e.company_id = $1 and e.id > $2 and e.id <= $3 and e.audience <> 'nobody'
    and (e.subject_id = any ($4::uuid[]) or e.desk_id = any ($5::uuid[]) or e.subject_type = any ($8::text[])
      or ($6 and ($7 = any (e.people) or e.audience = 'company'
        or (e.audience = 'staff' and e.desk_id is null))))
  order by e.id limit ${mostMissed + 1}`

type Span = { after: number; upTo: number }

/**
 * What these topics of a socket would have heard in this span; null when it is too much to be told one by one. It is
 * read as its person, so that row-level security leaves out what happened to requests that are closed to them by now.
 */
export async function findMissed(
  pools: Pools,
  doors: Doors,
  { actor }: Peer,
  topics: readonly Topic[],
  { after, upTo }: Span,
): Promise<LogRow[] | null> {
  if (after >= upTo || topics.length === 0) return []
  if (upTo - after > mostBehind) return null
  const idsOf = (kind: Topic['kind']) => topics.filter((topic) => topic.kind === kind).map(({ id }) => id)
  const requests = idsOf('request')
  const desks = idsOf('desk')
  const isMe = topics.some(({ kind }) => kind === 'me')
  const isAssets = topics.some(({ kind }) => kind === 'assets')
  const rows = await transact(pools.app, { companyId: actor.companyId, personId: actor.id }, (tx) =>
    tx.query<LogRow>(readMissed, [
      actor.companyId,
      after,
      upTo,
      requests,
      desks,
      isMe,
      actor.id,
      isAssets ? [...thingTypes] : [],
    ]),
  )
  if (rows.length > mostMissed) return null
  // What was said to staff then is for who was staff then and is now.
  const isDoubtful = (row: LogRow) => isForStaff(row) || (actor.isNarrowed && isRequest(row))
  const doubted = new Set(rows.flatMap((row) => (isDoubtful(row) ? [row.subjectId ?? ''] : [])))
  const sights = doubted.size > 0 ? await doors.seesRequests(actor, [...doubted]) : []
  const worksOn = new Map(sights.map(({ id, isStaff }) => [id, isStaff]))
  const hears = (row: LogRow): boolean => {
    if (isForStaff(row) && !worksOn.get(row.subjectId ?? '')) return false
    if (actor.isNarrowed && isRequest(row) && !worksOn.has(row.subjectId ?? '')) return false
    if (isRequest(row) && requests.includes(row.subjectId ?? '') && mayHear(actor, row, 'request') !== 'no')
      return true
    if (row.deskId && desks.includes(row.deskId) && mayHear(actor, row, 'desk') !== 'no') return true
    if (isAssets && thingTypes.has(row.subjectType) && mayHear(actor, row, 'assets') !== 'no') return true
    const isMine =
      isMe &&
      (row.people.includes(actor.id) || row.audience === 'company' || (isForAdmins(row) && actor.isAdmin))
    return isMine && mayHear(actor, row, 'me') !== 'no'
  }
  return rows.filter(hears)
}

const isRequest = ({ subjectType }: LogRow) => subjectType === 'request'
const isForStaff = (row: LogRow) => isRequest(row) && row.audience === 'staff'
