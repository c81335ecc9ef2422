import type { Tx } from '../platform/db/transaction.ts'
import type { DemoRequest } from './approvals.ts'
import { type ApprovalTale, approvalTales } from './content/approvalTales.ts'
import { decidedOf } from './decidedApprovals.ts'
import { insertRows } from './insertRows.ts'
import { keepPromises, type Promised } from './promises.ts'
import type { Person, World } from './shapes.ts'

const hour = 3_600_000

type Known = { byName: ReadonlyMap<string, Person>; newId: () => string; midnight: number; now: Date }

/** Writes the requests of the tales, the day before, and gives old ones of equipment what was decided on them. */
export async function askedOf(tx: Tx, world: World, companyId: string, known: Known): Promise<DemoRequest[]> {
  const { byName, newId, midnight, now } = known
  const desks = new Map(world.desks.map((desk) => [desk.id, desk]))
  const types = world.requestTypes.filter((type) => type.companyId === companyId)
  // From the table: what was planned to come again has taken numbers as well.
  const taken = await tx.query<{ deskId: string; number: number }>(
    `select service_desk_id as "deskId", max(number)::int as number from app.requests where company_id = $1 group by 1`,
    [companyId],
  )
  const numbers = new Map(taken.map(({ deskId, number }) => [deskId, number]))
  const asked: DemoRequest[] = []
  const rows: (Promised & { referenceNumber: string; summary: string })[] = []
  const lines: object[] = []
  const log: object[] = []
  for (const [index, tale] of approvalTales.entries()) {
    const type = types.find(({ name }) => name === tale.type)
    const boss = byName.get(tale.manager)
    const theirs = [...byName.values()].filter(
      ({ managerId, state, email }) =>
        managerId === boss?.id &&
        state === 'ACTIVE' &&
        !['jorge@harbour.example', 'pablo@harbour.example'].includes(email),
    )
    const requester = theirs[index % Math.max(1, theirs.length)]
    const desk = desks.get(type?.deskId ?? '')
    if (!type || !requester || !desk) continue
    const number = (numbers.get(desk.id) ?? 0) + 1
    numbers.set(desk.id, number)
    const createdAt = new Date(midnight - (16 - index) * hour)
    const id = newId()
    const fields = tale.rounds.at(-1)?.fields ?? {}
    const row = {
      companyId,
      id,
      referenceNumber: `${desk.prefix}-${number}`,
      number,
      serviceDeskId: desk.id,
      requestTypeId: type.id,
      requesterId: requester.id,
      requesterEmail: requester.email,
      createdById: requester.id,
      summary: tale.summary,
      description: tale.description,
      priority: 'LOW' as const,
      impact: 'LOW',
      urgency: 'LOW',
      status: 'IN_REVIEW' as const,
      reviewKind: 'APPROVAL' as const,
      waitReason: null,
      firstResponseAt: null,
      closedAt: null,
      isConfidential: false,
      accessIncludesDesk: true,
      tags: [],
      customFields: fields,
      reopenCount: 0,
      appealCount: 0,
      slaDueAt: new Date(createdAt.getTime() + 9 * 24 * hour),
      statusChangedAt: createdAt,
      createdAt,
      updatedAt: createdAt,
      version: tale.rounds.length,
    }
    rows.push(row)
    log.push(...eventsOf(row, requester))
    lines.push(...linesOf(tale, { companyId, requestId: id, newId, createdAt, requester }))
    asked.push({
      id,
      requesterId: requester.id,
      requestTypeId: type.id,
      formVersionId: null,
      summary: tale.summary,
      description: tale.description,
      startedAt: createdAt,
      policy: tale.policy,
      rounds: tale.rounds,
    })
  }
  await insertRows(tx, 'app.requests', rows)
  await insertRows(tx, 'app.request_activities', lines)
  await insertRows(tx, 'app.events', log)
  await keepPromises(tx, rows, companyId, log, now)
  await tx.run(
    `update app.counters c set value = greatest(c.value, r.number)
     from (select service_desk_id, max(number) as number from app.requests where company_id = $1 group by 1) r
     where c.company_id = $1 and c.name = 'desk:' || r.service_desk_id`,
    [companyId],
  )
  return [...asked, ...decidedOf(world, companyId, byName)]
}

/** That it was opened, and went to who approves it a minute later: from then on its clocks stand still. */
function eventsOf(
  request: Promised & { referenceNumber: string; summary: string },
  { id: actorId, firstName, lastName }: Person,
): object[] {
  const { companyId, id, referenceNumber, serviceDeskId, createdAt, summary } = request
  const line = { companyId, subjectType: 'request', subjectId: id, subjectRef: referenceNumber }
  const known = { deskId: serviceDeskId, people: [actorId], audience: 'everyone', isConfidential: false }
  return [
    {
      ...line,
      ...known,
      name: 'request.created',
      actorId,
      actorName: `${firstName} ${lastName}`,
      actorKind: 'person',
      data: { summary, onBehalf: false },
      changes: {},
      at: createdAt,
    },
    {
      ...line,
      ...known,
      name: 'request.moved',
      actorId: null,
      actorName: null,
      actorKind: 'system',
      data: { from: 'SUBMITTED', to: 'IN_REVIEW', details: { reviewKind: 'APPROVAL' } },
      changes: { status: ['SUBMITTED', 'IN_REVIEW'] },
      at: new Date(createdAt.getTime() + 60_000),
    },
  ]
}

type Line = { companyId: string; requestId: string; newId: () => string; createdAt: Date; requester: Person }

function linesOf(
  { rounds }: ApprovalTale,
  { companyId, requestId, newId, createdAt, requester }: Line,
): object[] {
  const line = (
    minutes: number,
    activityType: string,
    message: string,
    metadata: object,
    author?: Person,
  ) => ({
    companyId,
    id: newId(),
    requestId,
    authorId: author?.id ?? null,
    authorName: author ? `${author.firstName} ${author.lastName}` : 'Deskhand',
    activityType,
    message,
    isInternal: false,
    isSystemGenerated: true,
    metadata,
    createdAt: new Date(createdAt.getTime() + minutes * 60_000),
  })
  const name = `${requester.firstName} ${requester.lastName}`
  const votes = rounds.flatMap(({ steps }) => steps.flatMap((step) => step.votes))
  return [
    line(0, 'SYSTEM', `${name} opened this request.`, { event: 'opened' }, requester),
    line(1, 'STATUS_CHANGE', 'Deskhand is checking this.', {
      from: 'SUBMITTED',
      to: 'IN_REVIEW',
      reviewKind: 'APPROVAL',
    }),
    ...votes
      .filter(({ state }) => state === 'APPROVED')
      .map(({ who, after = 1, comment }) =>
        line(after * 60, 'APPROVAL', `${who} approved this.${comment ? ` ${comment}` : ''}`, {
          event: 'approval_decided',
        }),
      ),
    ...(rounds.length > 1
      ? [
          line(
            290,
            'SYSTEM',
            'Changed after it was asked: “What do you need” and “Price, as far as you know”. It is asked anew.',
            {
              event: 'approval_voided',
            },
          ),
        ]
      : []),
  ]
}
