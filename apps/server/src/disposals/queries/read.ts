import type { Disposal, DisposalThing, Money } from '@deskhand/contract'
import { lockAssets } from '../../assets/access.ts'
import { readBookValues } from '../../assets/queries/bookValues.ts'
import { readFactsOf } from '../../assets/queries/moveFacts.ts'
import { deskFacts } from '../../desks/access.ts'
import { todayIn } from '../../forms/queries/item.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { type Inside, moversFor, waysFrom } from '../access.ts'
import { obstaclesOf } from '../rules.ts'
import { words } from '../words.ts'

type Whole = Omit<Disposal, 'things' | 'moves' | 'mayChange'>
type Thing = Omit<DisposalThing, 'obstacles' | 'bearsData'> & { stored: Money | null }

/** A batch with its things, their values and what stands in their way, each kind of fact in one statement. */
export async function readDisposal(
  { tx, actor, platform }: Pick<Inside, 'tx' | 'actor' | 'platform'>,
  idText: string,
): Promise<Disposal> {
  const id = idText.toLowerCase()
  const [row] = isUuid(id)
    ? await tx.query<{ disposal: Whole }>(
        `select ${wholeJson} as disposal from app.disposals d where d.company_id = $1 and d.id = $2`,
        [actor.companyId, id],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchDisposal)
  const { disposal } = row
  const rows = await tx.query<{ thing: Thing }>(findThings, [actor.companyId, id])
  const ids = rows.map(({ thing }) => thing.assetId)
  const isOver = disposal.state === 'COMPLETED' || disposal.state === 'CANCELLED'
  const { zone } = await deskFacts(platform, tx)
  const [assets, facts, values] = await Promise.all([
    lockAssets({ tx, actor }, ids, { trashed: true, lock: false }),
    readFactsOf(tx, ids),
    readBookValues(tx, ids, todayIn(zone)),
  ])
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const things = rows.map(({ thing: { stored, ...thing } }): DisposalThing => {
    const asset = byId.get(thing.assetId)
    const known = facts.get(thing.assetId) ?? { openRefs: [], partCount: 0 }
    return {
      ...thing,
      bearsData: asset?.bearsData ?? false,
      bookValue: isOver ? stored : (values.get(thing.assetId) ?? null),
      obstacles: asset && !isOver ? obstaclesOf(asset, disposal.outcome, known, thing.wipe !== null) : [],
    }
  })
  const movers = moversFor(actor, assets)
  return {
    ...disposal,
    things,
    moves: waysFrom({ state: disposal.state, createdById: disposal.createdBy?.id ?? null }, actor, movers),
    mayChange: !isOver && actor.permissions.has('assets.work'),
  }
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const someone = (column: string) => `(select json_build_object('id', p.id, 'name', p.name) from app.people p
  where p.company_id = d.company_id and p.id = d.${column})`
const step = (name: string) =>
  `case when d.${name}_at is not null then json_build_object('by', ${someone(`${name}_by_id`)}, 'at', ${instant(`d.${name}_at`)}) end`

/** The parts of a batch `d` that its row in the list has too. */
export const rowJson = `'id', d.id, 'number', d.number, 'name', d.name, 'outcome', d.outcome, 'state', d.state,
  'partner', d.partner, 'thingCount', (select count(*) from app.disposal_things t
    where t.company_id = d.company_id and t.disposal_id = d.id),
  'createdBy', ${someone('created_by_id')}, 'createdAt', ${instant('d.created_at')}, 'version', d.version`
const wholeJson = `json_build_object(${rowJson}, 'notes', d.notes, 'reason', d.reason, 'approved', ${step('approved')},
  'handedOver', ${step('handed_over')}, 'completed', ${step('completed')},
  'receipt', case when d.receipt_path is not null
    then json_build_object('fileName', d.receipt_name, 'fileSize', d.receipt_size) end)`

const findThings = `
  select json_build_object('assetId', a.id, 'assetTag', a.asset_tag,
    'name', coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name), 'serialNumber', a.serial_number,
    'wipe', case when t.wipe_method is not null then json_build_object('method', t.wipe_method, 'by', t.wiped_by,
      'on', t.wiped_on, 'reference', t.wipe_reference, 'fileId', w.id, 'fileName', w.file_name) end,
    'stored', case when t.book_value is not null
      then json_build_object('amount', t.book_value::text, 'currency', t.book_currency) end) as thing
  from app.disposal_things t
  join app.assets a on a.company_id = t.company_id and a.id = t.asset_id
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join app.asset_files w on w.company_id = t.company_id and w.id = t.wipe_file_id and w.deleted_at is null
  where t.company_id = $1 and t.disposal_id = $2 order by a.asset_tag`
