import { type BodyOf, parseQuery, views } from '@deskhand/contract'
import { namesNoField, usableFields } from '../../custom-fields/access.ts'
import { words as ownWords } from '../../custom-fields/words.ts'
import { loadDesk } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { loadTeam } from '../../teams/access.ts'
import { about, asSeen, loadView, type ViewRecord } from '../access.ts'
import { whyNotShare } from '../rules.ts'
import { words } from '../words.ts'

/** More than anybody finds their way in. */
const most = 100

export const create = handle(views.create, async ({ tx, actor, body, record, platform }) => {
  const asked: ViewRecord = { id: newId(), ownerId: actor.id, ownerName: actor.name, ...body, version: 1 }
  const view = await checkSharing({ tx, actor, platform }, asked)
  await checkColumns(tx, view.columns)
  await checkFilters(tx, view.where)
  const [mine] = await tx.query<{ count: number }>(
    'select count(*)::int as count from app.views where company_id = $1 and owner_id = $2',
    [actor.companyId, actor.id],
  )
  if ((mine?.count ?? 0) >= most) throw new Stop('state', words.tooMany)
  const written = tx.run(write, valuesOf(actor, view))
  tell(record, view)
  await written
  return answer(asSeen(actor, view), { version: 1, location: `/views/${view.id}` })
})

export const update = handle(views.update, async (inside) => {
  const { tx, actor, params, body, record, platform } = inside
  const before = await loadView(inside, params.id)
  const asked: ViewRecord = { ...before, ...definedOf(body), version: before.version + 1 }
  const shared = [body.sharing, body.serviceDeskId, body.teamId]
  const isSharedAnew = shared.some((said) => said !== undefined)
  if (isSharedAnew) {
    // With whom it was shared before is over.
    if (asked.sharing !== 'DESK') asked.serviceDeskId = body.serviceDeskId ?? null
    if (asked.sharing !== 'TEAM') asked.teamId = body.teamId ?? null
  }
  const after = isSharedAnew ? await checkSharing({ tx, actor, platform }, asked) : asked
  const changes = changesBetween(before, { ...after, version: before.version })
  if (Object.keys(changes).length === 0)
    return answer(asSeen(actor, before), { version: before.version, unchanged: true })
  if (body.columns) await checkColumns(tx, body.columns)
  if (body.where !== undefined) await checkFilters(tx, body.where)
  const written = tx.run(write, valuesOf(actor, after))
  // Those who lose it hear of it as well as those who get it.
  if (before.sharing !== 'ME' && after.sharing === 'ME')
    record('view.shared', about(before), { name: before.name })
  tell(record, after, after.sharing === 'ME' ? {} : changes)
  await written
  return answer(asSeen(actor, after), { version: after.version })
})

export const remove = handle(views.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const view = await loadView(inside, params.id)
  const gone = tx.run('delete from app.views where company_id = $1 and id = $2', [actor.companyId, view.id])
  if (view.sharing === 'ME') record('view.deleted', about(view), {})
  else record('view.shared', about(view), { name: view.name })
  await gone
  return {}
})

type Changes = Parameters<RecordEvent>[3]

function tell(record: RecordEvent, view: ViewRecord, changes: Changes = {}): void {
  if (view.sharing === 'ME') record('view.saved', about(view), {}, changes)
  else record('view.shared', about(view), { name: view.name }, changes)
}

/** What is left out stays. */
function definedOf(body: BodyOf<typeof views.update>): Partial<ViewRecord> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

/** The view as it may be shared; that of a team lies at the team's desk. */
async function checkSharing(
  { tx, actor, platform }: { tx: Tx; actor: Actor; platform: Platform },
  view: ViewRecord,
): Promise<ViewRecord> {
  const { sharing, serviceDeskId, teamId } = view
  if (sharing === 'TEAM') return checkTeam(tx, actor, view)
  if (teamId !== null) throw refuseField('teamId', words.noTeam)
  if (sharing === 'DESK') {
    if (serviceDeskId === null) throw refuseField('serviceDeskId', words.needsDesk)
    await loadDesk(platform, tx, serviceDeskId).catch(() => {
      throw refuseField('serviceDeskId', words.noSuchDesk)
    })
  } else if (serviceDeskId !== null) throw refuseField('serviceDeskId', words.noDesk)
  const refusal = whyNotShare(actor, { sharing, serviceDeskId })
  if (refusal) throw new Stop('forbidden', refusal)
  return view
}

async function checkTeam(tx: Tx, actor: Actor, view: ViewRecord): Promise<ViewRecord> {
  if (view.teamId === null) throw refuseField('teamId', words.needsTeam)
  const team = await loadTeam({ tx, actor }, view.teamId).catch(() => {
    throw refuseField('teamId', words.noSuchTeam)
  })
  if (!team.isActive) throw refuseField('teamId', words.teamClosed)
  if (view.serviceDeskId !== null && view.serviceDeskId !== team.serviceDeskId)
    throw refuseField('serviceDeskId', words.teamElsewhere)
  const shared = { ...view, serviceDeskId: team.serviceDeskId }
  const refusal = whyNotShare(
    actor,
    shared,
    team.members.some(({ id }) => id === actor.id),
  )
  if (refusal) throw new Stop('forbidden', refusal)
  return shared
}

/** Own fields that are columns are there. */
async function checkColumns(tx: Tx, columns: ViewRecord['columns']): Promise<void> {
  const fields = await usableFields(tx, columns, null)
  const missing = columns.findIndex((column) => column.startsWith('own_') && !fields.has(column))
  if (missing >= 0) throw refuseField(`columns/${missing}`, ownWords.noSuchOwn(columns[missing] ?? ''))
}

/** Own fields that a line of filters names are there. */
async function checkFilters(tx: Tx, where: string): Promise<void> {
  const { query } = parseQuery(where)
  const named = (query?.terms ?? []).flatMap(({ field, values }) =>
    field === 'field' ? values.map((value) => (value.split('=')[0] ?? '').trim()) : [],
  )
  const [missing] = await namesNoField(tx, named)
  if (missing !== undefined) throw refuseField('where', ownWords.noSuchOwn(missing))
}

const valuesOf = ({ companyId }: Actor, view: ViewRecord): unknown[] => [
  companyId,
  view.id,
  view.ownerId,
  view.name,
  view.sharing,
  view.serviceDeskId,
  view.teamId,
  view.where,
  view.sort,
  view.grouping,
  view.columns,
  view.density,
  view.layout,
  JSON.stringify(view.limits),
  clock.now(),
  view.version,
]

const write = `
  insert into app.views (company_id, id, owner_id, name, sharing, desk_id, team_id, query, sort, grouping,
    columns, density, layout, limits, created_at, updated_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16)
  on conflict (company_id, id) do update set name = excluded.name, sharing = excluded.sharing,
    desk_id = excluded.desk_id, team_id = excluded.team_id, query = excluded.query, sort = excluded.sort,
    grouping = excluded.grouping, columns = excluded.columns, density = excluded.density, layout = excluded.layout, limits = excluded.limits,
    updated_at = excluded.updated_at, version = excluded.version`
