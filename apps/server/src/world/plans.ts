import { datesBetween, nextAfter } from '../plans/recurrence.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { type Planned, plannedAt } from './content/plans.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { Company, Person, Request, World } from './shapes.ts'

const hour = 3_600_000
const day = 24 * hour

type Made = {
  requests: Request[]
  activities: object[]
  plans: object[]
  runs: object[]
}

/** What a company has planned to come again, and the requests that came of it in the last months. */
export function planOf(world: World, company: Pick<Company, 'id' | 'slug' | 'zone'>, now: Date): Made {
  const random = makeRandom(`plans ${company.id}`)
  const made: Made = { requests: [], activities: [], plans: [], runs: [] }
  const present = Math.max(
    ...world.requests
      .filter(({ companyId }) => companyId === company.id)
      .map(({ updatedAt }) => updatedAt.getTime()),
  )
  for (const planned of plannedAt[company.slug] ?? []) {
    const desk = world.desks.find(({ companyId, code }) => companyId === company.id && code === planned.desk)
    const members = world.deskMembers.filter(({ deskId }) => deskId === desk?.id)
    const personOf = (id: string | undefined) => world.people.find((one) => one.id === id)
    const owner = personOf(members.find(({ role }) => role === 'SUPERVISOR')?.personId)
    const worker = personOf(members.find(({ role }) => role === 'TECHNICIAN')?.personId)
    const type = world.requestTypes.find(
      ({ deskId, isConfidential }) => deskId === desk?.id && !isConfidential,
    )
    if (!desk || !owner || !worker || !type) continue
    const start = new Date(present - planned.daysAgo * day)
    const when = {
      rule: planned.rule,
      startsOn: start.toISOString().slice(0, 10),
      time: planned.time,
      zone: company.zone,
    }
    const planId = idAt(random, start.getTime())
    made.plans.push({
      companyId: company.id,
      id: planId,
      serviceDeskId: desk.id,
      ownerId: owner.id,
      name: planned.name,
      rule: when.rule,
      startsOn: when.startsOn,
      atTime: when.time,
      zone: when.zone,
      template: {
        requestTypeId: null,
        summary: planned.summary,
        description: planned.description,
        priority: 'LOW',
        tags: ['recurring'],
        assignedToId: worker.id,
      },
      catchUp: planned.catchUp,
      isPaused: false,
      nextRunAt: nextAfter(when, now),
      createdAt: start,
      updatedAt: start,
      version: 1,
    })
    const dates = datesBetween(when, start, new Date(present - 3 * day), 20)
    for (const occursAt of dates) {
      const { request, activities } = runOf(planned, occursAt)
      made.requests.push(request)
      made.activities.push(...activities)
      made.runs.push({
        companyId: company.id,
        planId,
        occursAt,
        outcome: 'CREATED',
        requestId: request.id,
        ranAt: occursAt,
      })
    }

    function runOf({ summary, description, done }: Planned, at: Date) {
      const resolvedAt = new Date(at.getTime() + random.int(2, 28) * hour)
      const closed = new Date(resolvedAt.getTime() + 7 * day)
      const closedAt = closed.getTime() < present ? closed : null
      const started = new Date(at.getTime() + hour)
      const text = random.pick(done)
      const highest = [...world.requests, ...made.requests]
        .filter(({ serviceDeskId }) => serviceDeskId === desk?.id)
        .reduce((most, { number }) => Math.max(most, number), 0)
      const request: Request = {
        id: idAt(random, at.getTime()),
        companyId: company.id,
        serviceDeskId: desk?.id ?? '',
        requestTypeId: type?.id ?? '',
        number: highest + 1,
        requesterId: owner?.id ?? '',
        createdById: owner?.id ?? '',
        onBehalf: false,
        summary,
        description,
        priority: 'LOW',
        impact: 'LOW',
        urgency: 'LOW',
        status: 'RESOLVED',
        assignedToId: worker?.id ?? null,
        assignedTeamId: null,
        isConfidential: false,
        tags: ['recurring'],
        customFields: {},
        formVersionId: null,
        slaDueAt: new Date(at.getTime() + 3 * day),
        firstResponseAt: started,
        resolvedAt,
        closedAt,
        waitReason: null,
        waitUntil: null,
        reviewKind: null,
        question: null,
        rejectionReason: null,
        resolutionCode: 'FIXED',
        resolutionText: text,
        reopenCount: 0,
        appealCount: 0,
        statusChangedAt: resolvedAt,
        createdAt: at,
        updatedAt: closedAt ?? resolvedAt,
        updatedById: worker?.id ?? null,
        deletedAt: null,
      }
      const line = (
        who: Person | undefined,
        createdAt: Date,
        activityType: string,
        message: string,
        metadata: object,
      ) => ({
        companyId: company.id,
        id: idAt(random, createdAt.getTime()),
        requestId: request.id,
        authorId: who?.id ?? null,
        authorName: who ? `${who.firstName} ${who.lastName}` : 'Deskhand',
        authorRole: who === owner ? 'Requester' : null,
        activityType,
        message,
        isInternal: false,
        isSystemGenerated: true,
        metadata,
        createdAt,
      })
      return {
        request,
        activities: [
          line(owner, at, 'SYSTEM', `${owner?.firstName} ${owner?.lastName} opened this.`, {
            event: 'opened',
            from: null,
            to: 'SUBMITTED',
          }),
          line(worker, started, 'STATUS_CHANGE', `${worker?.firstName} ${worker?.lastName} started work.`, {
            from: 'SUBMITTED',
            to: 'IN_PROGRESS',
          }),
          line(worker, resolvedAt, 'STATUS_CHANGE', text, {
            from: 'IN_PROGRESS',
            to: 'RESOLVED',
            resolutionCode: 'FIXED',
            resolutionText: text,
          }),
        ],
      }
    }
  }
  return made
}

/** Writes what `planOf` made, apart from its requests. */
export async function insertPlans(tx: Tx, { activities, plans, runs }: Made): Promise<void> {
  await insertRows(tx, 'app.request_activities', activities)
  await insertRows(tx, 'app.request_plans', plans)
  await insertRows(tx, 'app.request_plan_runs', runs)
}
