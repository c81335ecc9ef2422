import { usualPeriods } from '@deskhand/contract'
import { hashPassword } from '../identity/passwords.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Pools } from '../platform/db/pools.ts'
import { transact } from '../platform/db/transaction.ts'
import { learnFinishes } from '../progress/commands/learn.ts'
import { loadApprovals } from './approvals.ts'
import { contactOf } from './contacts.ts'
import { insertCorrection } from './corrections.ts'
import { insertCustomFields } from './customFields.ts'
import { doDeeds } from './deeds.ts'
import { insertDeskwork } from './deskwork.ts'
import { insertFloorPlans } from './floorPlans.ts'
import { addForms } from './forms.ts'
import { insertFulfilments } from './fulfilments.ts'
import { insertHalfDone } from './halfDone.ts'
import { insertIncident } from './incidents.ts'
import { insertPeople } from './insertPeople.ts'
import { insertRows } from './insertRows.ts'
import { insertJourneys } from './journeys.ts'
import { insertLeave } from './leave.ts'
import { insertLicences } from './licences.ts'
import { insertAnswers, insertForms } from './loadForms.ts'
import { inOrderOfTime, logOf } from './log.ts'
import { insertNotices } from './notices.ts'
import { insertOrder, insertPlaces, orderOf } from './order.ts'
import { insertPlans, planOf } from './plans.ts'
import { insertPromises, keepPromises } from './promises.ts'
import { readsOf } from './reads.ts'
import { loadRules } from './rules.ts'
import type { World } from './shapes.ts'
import { insertStanding } from './standing.ts'
import { insertStock, stockOf } from './stock.ts'
import { surveysOf } from './surveys.ts'
import { thingLinesOf, thingsOf } from './things.ts'
import { askedAbout } from './thingsAskedAbout.ts'
import { insertThings } from './thingsInsert.ts'
import { insertLent } from './thingsLent.ts'
import { insertTogether } from './together.ts'
import { insertWaits } from './waits.ts'
import { insertWebhooks } from './webhooks.ts'

/** The password of every demo account. Only the demo world may have one that the rule would refuse. */
export const demoPassword = 'demo-demo-demo'

/** Writes the demo world into an empty, migrated database. One transaction per company: all of it or nothing. */
export async function loadWorld(pools: Pools, world: World, secret: string): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  const outside = { companyId: null, personId: null }
  await transact(pools.auth, outside, async (tx) => {
    await insertRows(
      tx,
      'auth.accounts',
      world.accounts.map((account) => ({ ...account, passwordHash, passwordSetAt: account.createdAt })),
    )
    await insertRows(
      tx,
      'auth.memberships',
      world.people.map(({ companyId, accountId, id, state }) => ({
        companyId,
        accountId,
        personId: id,
        state,
      })),
    )
    await tx.run(
      `insert into ops.settings (name, value) values ('demo', 'true') on conflict (name) do update set value = excluded.value`,
    )
  })
  for (const { emailDomain: _, ...company } of world.companies) {
    const of = <Row extends { companyId: string }>(rows: readonly Row[]) =>
      rows.filter(({ companyId }) => companyId === company.id)
    await transact(pools.worker, { companyId: company.id, personId: null }, async (tx) => {
      const { id, ...rest } = company
      await insertRows(tx, 'app.companies', [
        { companyId: id, ...rest, state: 'ACTIVE', isDemo: true, version: 1, updatedAt: rest.createdAt },
      ])
      const order = orderOf(world, { ...company, emailDomain: '' })
      await insertPlaces(tx, order, rest.createdAt)
      await insertPeople(tx, of(world.people))
      await insertRows(
        tx,
        'app.desks',
        of(world.desks).map(({ isConfidential: __, order, ...desk }) => ({
          ...desk,
          ...contactOf(company.slug, desk.code),
          displayOrder: order,
          ...usualPeriods,
          // Of people, not of things: HR lets both come back for longer.
          ...(desk.code === 'HR' ? { reopenDays: 30, appealDays: 20 } : {}),
          isActive: true,
          version: 1,
          createdAt: rest.createdAt,
          updatedAt: rest.createdAt,
        })),
      )
      await insertRows(
        tx,
        'app.desk_members',
        of(world.deskMembers).map((member) => ({ ...member, createdAt: rest.createdAt })),
      )
      await insertRows(
        tx,
        'app.teams',
        of(world.teams).map((team) => ({ ...team, createdAt: rest.createdAt })),
      )
      await insertRows(tx, 'app.team_members', of(world.teamMembers))
      await insertRows(
        tx,
        'app.categories',
        of(world.categories).map(({ order, ...row }) => ({ ...row, displayOrder: order, isActive: true })),
      )
      const forms = addForms({
        company,
        now: clock.now(),
        requestTypes: of(world.requestTypes),
        requests: of(world.requests),
        people: of(world.people),
      })
      await insertForms(tx, forms)
      await insertRows(
        tx,
        'app.request_types',
        of(world.requestTypes).map(({ order, ...row }) => ({ ...row, displayOrder: order, isActive: true })),
      )
      await insertRows(
        tx,
        'app.resolution_codes',
        of(world.resolutionCodes).map((row, at) => ({ ...row, displayOrder: at })),
      )
      await insertPromises(tx, world, company.id)
      const plans = planOf(world, company, clock.now())
      await insertRequests(tx, world, [...of(world.requests), ...plans.requests])
      await insertAnswers(tx, forms, secret)
      await insertRows(tx, 'app.request_activities', of(world.activities))
      await insertRows(tx, 'app.request_reads', readsOf(world, company.id))
      const log = logOf(world, company.id)
      const things = thingsOf(world, company, order.units, clock.now())
      const asked = askedAbout(world, company, things)
      await insertRows(tx, 'app.events', inOrderOfTime([...log, ...thingLinesOf(things), ...asked.lines]))
      await insertThings(tx, things)
      await insertRows(tx, 'app.request_assets', asked.rows)
      await insertLent(tx, things, of(world.people))
      await insertLicences(tx, world, company, things, secret)
      await insertNotices(tx, world, company.id)
      await keepPromises(tx, world.requests, company.id, log, clock.now())
      await insertOrder(tx, order, rest.createdAt)
      await learnFinishes(tx, clock.now())
      await insertTogether(tx, world, company.id)
      await loadApprovals(tx, world, company.id, clock.now())
      await doDeeds(tx, company.id)
      await insertPlans(tx, plans)
      await insertIncident(tx, world, company.id)
      await insertRows(tx, 'app.surveys', surveysOf(world, company.id, clock.now()))
      await insertFulfilments(tx, company.id)
      await insertJourneys(tx, world, company.id, clock.now())
      await insertLeave(tx, world, company.id, clock.now())
      await insertDeskwork(tx, world, company.id)
      await insertWaits(tx, company.id)
      await insertStock(tx, stockOf(world, company, things))
      await insertHalfDone(tx, company.id)
      await insertFloorPlans(tx, company.id, rest.createdAt)
      await insertCorrection(tx, company.id, clock.now())
      await insertCustomFields(tx, company.id, rest.createdAt)
      // The smaller company has none yet.
      if (of(world.desks).length > 2) {
        await loadRules(tx, company.id, clock.now())
        await insertWebhooks(tx, company.id, clock.now(), secret)
      }
      await insertStanding(tx, company.id, clock.now(), secret)
    })
  }
  await transact(pools.worker, outside, (tx) => tx.run('call app_priv.analyze()'))
  // What is told here happened long ago: nobody is to be notified of it now.
  await transact(pools.relay, outside, (tx) =>
    tx.run(
      `insert into ops.cursors (name, id) select 'relay', coalesce(max(id), 0) from app.events
       on conflict (name) do update set id = excluded.id`,
    ),
  )
}

type Insert = Parameters<typeof insertRows>[0]

async function insertRequests(tx: Insert, world: World, requests: World['requests']): Promise<void> {
  const people = new Map(world.people.map((person) => [person.id, person]))
  const desks = new Map(world.desks.map((desk) => [desk.id, desk]))
  const rejections = new Map(
    world.activities.flatMap(({ requestId, metadata }) =>
      metadata.to === 'REJECTED' && metadata.reason ? [[requestId, metadata.reason]] : [],
    ),
  )
  const lastMoves = new Map<string, Date>()
  for (const { requestId, metadata, createdAt } of world.activities)
    if (metadata.to) lastMoves.set(requestId, createdAt)
  await insertRows(
    tx,
    'app.requests',
    requests.map(({ onBehalf: _, ...request }) => ({
      ...request,
      referenceNumber: `${desks.get(request.serviceDeskId)?.prefix}-${request.number}`,
      requesterEmail: people.get(request.requesterId)?.email,
      requesterPhone: people.get(request.requesterId)?.phone,
      rejectionReason: request.status === 'REJECTED' ? (rejections.get(request.id) ?? null) : null,
      accessIncludesDesk: true,
      appealCount: 0,
      statusChangedAt: lastMoves.get(request.id) ?? request.createdAt,
      version: 1,
    })),
  )
  await insertRows(
    tx,
    'app.request_access',
    requests
      .filter(({ isConfidential, createdById, requesterId }) => isConfidential && createdById !== requesterId)
      .map(({ companyId, id, createdById, createdAt }) => ({
        companyId,
        requestId: id,
        personId: createdById,
        createdAt,
      })),
  )
  await tx.run(
    `insert into app.counters (company_id, name, value)
     select d.company_id, 'desk:' || d.id, coalesce(max(r.number), 0) from app.desks d
     left join app.requests r on r.company_id = d.company_id and r.service_desk_id = d.id
     where d.company_id = (select app.cid()) group by d.company_id, d.id`,
  )
}
