import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { lines } from './content/togetherLines.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { Person, Request, World } from './shapes.ts'

/**
 * How people of a company work together on what is open at its first desk: colleagues who follow, a supplier who gets the
 * replies, notes that name somebody, a draft that is shared, chats that were held, and one that waits. The waiting one
 * begins when the world is loaded; as anywhere, it becomes an ordinary request when nobody comes.
 */
export async function insertTogether(tx: Tx, world: World, companyId: string): Promise<void> {
  const random = makeRandom(`together ${companyId}`)
  const desk = world.desks.find((one) => one.companyId === companyId && one.code === 'IT')
  const people = new Map(world.people.map((person) => [person.id, person]))
  const members = world.deskMembers.filter(({ deskId }) => deskId === desk?.id)
  const colleagues = world.people.filter(
    (one) =>
      one.companyId === companyId && !members.some(({ personId }) => personId === one.id) && !one.isAdmin,
  )
  // The told stories are in pictures and tests; these are of the others.
  const open = world.requests
    .filter(
      (one) => one.serviceDeskId === desk?.id && one.assignedToId && !one.closedAt && !one.isConfidential,
    )
    .filter(({ status }) => status === 'IN_PROGRESS' || status === 'WAITING')
    .filter(({ number }) => !lines.told.includes(number))
  if (!desk || open.length < 12) return

  await insertRows(tx, 'app.participants', [
    ...open.slice(0, 10).map((request) => followerOf(request, random.pick(colleagues))),
    { ...base(open[3], random), email: lines.supplier },
  ])
  await insertRows(tx, 'app.request_activities', open.slice(4, 7).flatMap(noteOf))
  const [shared] = open.slice(7)
  if (shared?.assignedToId) {
    await insertRows(tx, 'app.reply_drafts', [
      {
        companyId,
        id: idAt(random, shared.updatedAt.getTime()),
        requestId: shared.id,
        personId: shared.assignedToId,
        kind: 'reply',
        message: lines.draft,
        mentions: [],
        isShared: true,
        hands: [],
        updatedAt: shared.updatedAt,
      },
    ])
  }
  await insertRows(tx, 'app.chat_sessions', open.slice(8, 11).flatMap(heldChat))
  await insertWaiting(open[11])
  await tx.run(seen, [companyId])

  function base(request: Request | undefined, source: ReturnType<typeof makeRandom>) {
    const at = request?.createdAt ?? new Date(0)
    return {
      companyId,
      id: idAt(source, at.getTime()),
      requestId: request?.id,
      personId: null as string | null,
      email: null as string | null,
      addedById: request?.assignedToId ?? null,
      createdAt: at,
    }
  }

  function followerOf(request: Request, person: Person) {
    const isAsker = person.id === request.requesterId || person.id === request.createdById
    const other = isAsker ? (colleagues.find(({ id }) => id !== person.id) ?? person) : person
    return { ...base(request, random), personId: other.id }
  }

  /** A technician asks another by name. */
  function noteOf(request: Request) {
    const author = people.get(request.assignedToId ?? '')
    const asked = people.get(members.find(({ personId }) => personId !== author?.id)?.personId ?? '')
    if (!author || !asked) return []
    const name = `${asked.firstName} ${asked.lastName}`
    return [
      {
        companyId,
        id: idAt(random, request.updatedAt.getTime()),
        requestId: request.id,
        authorId: author.id,
        authorName: `${author.firstName} ${author.lastName}`,
        authorRole: 'IT technician',
        activityType: 'COMMENT',
        message: random.pick(lines.notes).replace('{name}', `@${name}`),
        isSystemGenerated: false,
        isInternal: true,
        metadata: { mentions: [{ type: 'person', id: asked.id, name }] },
        createdAt: request.updatedAt,
      },
    ]
  }

  function heldChat(request: Request) {
    const startedAt = request.createdAt.getTime()
    const acceptedAt = startedAt + random.int(30, 180) * 1000
    return [
      {
        companyId,
        id: idAt(random, startedAt),
        requestId: request.id,
        serviceDeskId: request.serviceDeskId,
        state: 'ENDED',
        startedById: request.requesterId,
        technicianId: request.assignedToId,
        startedAt: new Date(startedAt),
        waitingSince: new Date(startedAt),
        acceptedAt: new Date(acceptedAt),
        endedAt: new Date(acceptedAt + random.int(180, 900) * 1000),
      },
    ]
  }

  async function insertWaiting(request: Request | undefined) {
    if (!request) return
    const now = clock.now()
    await insertRows(tx, 'app.chat_sessions', [
      {
        companyId,
        id: idAt(random, request.updatedAt.getTime()),
        requestId: request.id,
        serviceDeskId: request.serviceDeskId,
        state: 'WAITING',
        startedById: request.requesterId,
        startedAt: now,
        waitingSince: now,
      },
    ])
  }
}

/** Each side has seen the other's last words as far as its read marks go. */
const seen = `
  insert into app.request_seen (company_id, request_id, side, activity_id, written_at, at)
  select r.company_id, r.id, side.name, a.id, a.created_at, greatest(a.created_at, mark.read_at)
  from app.requests r
  cross join (values ('requester'), ('desk')) side (name)
  join app.request_reads mark on mark.company_id = r.company_id and mark.request_id = r.id
    and mark.person_id = case side.name when 'requester' then r.requester_id else r.assigned_to_id end
  join lateral (select c.id, c.created_at from app.request_activities c
    where c.company_id = r.company_id and c.request_id = r.id and c.activity_type = 'COMMENT' and not c.is_internal
      and (coalesce(c.author_role, 'Requester') <> 'Requester') = (side.name = 'requester')
      and c.created_at <= mark.read_at
    order by c.created_at desc, c.id desc limit 1) a on true
  where r.company_id = $1 and r.closed_at is null`
