import { type FloorPlan, floorPlans } from '@deskhand/contract'
import { takeIn } from '../../files/commands/takeIn.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { drawWithin } from '../../platform/files/drawWithin.ts'
import { openStore } from '../../platform/files/store.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { isUuid, newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadPlan } from '../access.ts'
import { words } from '../words.ts'

/** Enough to read a door's number on, and no more. */
const side = 2_000
const most = 40

/** Drawn anew by us, so that nothing of the file is left but its picture; then it takes the place of one of its name. */
export const add = handleOutside(floorPlans.add, async ({ open, platform, params, query, request }) => {
  const store = openStore(platform.config.folder)
  const arrival = await store.arrival()
  try {
    // Whoever may not is told before the picture has come.
    await open(({ tx }) => findSite(tx, params.id))
    const { mimeType, name: file } = await takeIn(request, arrival)
    if (!picturable.has(mimeType)) throw new Stop('wrong_type', words.noPicture)
    const drawn = await drawWithin(arrival, side)
    if (!drawn) throw new Stop('rule', words.unreadable)
    return await open(async ({ tx, record }) => {
      const site = await findSite(tx, params.id)
      const id = newId()
      await insert(tx, { id, siteId: site.id, name: query.name ?? nameOf(file), ...drawn })
      const plan: FloorPlan = await loadPlan(tx, id)
      record('floor_plan.added', about(plan), { siteName: site.name })
      return plan
    })
  } finally {
    await store.discard(arrival)
  }
})

async function findSite(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const [unit] = isUuid(id.toLowerCase())
    ? await tx.query<{ id: string; name: string; kind: string; plans: number }>(
        `select b.id, b.name, b.kind, (select count(*)::int from app.floor_plans f
           where f.company_id = b.company_id and f.unit_id = b.id and f.retired_at is null) as plans
         from app.business_units b where b.company_id = $1 and b.id = $2 for update of b`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!unit) throw new Stop('not_found', words.noSuchSite)
  if (unit.kind !== 'SITE') throw new Stop('rule', words.noSite)
  if (unit.plans >= most) throw new Stop('rule', words.tooMany(most))
  return unit
}

type New = { id: string; siteId: string; name: string; picture: Buffer; width: number; height: number }

async function insert(tx: Tx, { id, siteId, name, picture, width, height }: New): Promise<void> {
  const { companyId } = tx.whose
  const now = clock.now()
  await tx.run(
    `update app.floor_plans set retired_at = $4
     where company_id = $1 and unit_id = $2 and lower(name) = lower($3) and retired_at is null`,
    [companyId, siteId, name, now],
  )
  await tx.run(
    `insert into app.floor_plans (company_id, id, unit_id, name, width, height, picture, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [companyId, id, siteId, name, width, height, picture, now],
  )
}

const nameOf = (file: string) =>
  file
    .replace(/\.[^.]*$/, '')
    .trim()
    .slice(0, 60) || file.slice(0, 60)
