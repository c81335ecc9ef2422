import type { StockTake, StockTakeAccuracy } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { instant, isLead, loadStockTake, mayCount, pathOf } from '../access.ts'
import { wrongBetween } from '../sampling.ts'
import { countsJoin, isHidden, rowJson, shownTo } from './row.ts'

type Inside = { tx: Tx; actor: Actor }
type Found = Omit<StockTake, 'accuracy' | 'mayCount' | 'mayClose'> & {
  population: number | null
  right: number
  counted: number
}

/** All of a stock-take, as this person may see it. */
export async function readWhole({ tx, actor }: Inside, id: string): Promise<StockTake> {
  const record = await loadStockTake({ tx, actor }, id)
  const [row] = await tx.query<{ whole: Found }>(find, [actor.companyId, record.id])
  if (!row) throw new Error('It was there a moment ago.')
  const { population, right, counted, ...whole } = row.whole
  const isDecided = ['REVIEW', 'COMPLETED', 'ARCHIVED'].includes(whole.state)
  const accuracy = isDecided && population ? accuracyOf({ population, counted, right }, whole.sample) : null
  const places = isHidden(actor, whole)
    ? whole.places.map((place) => ({ ...place, expected: null }))
    : whole.places
  return {
    ...shownTo(actor, { ...whole, places, accuracy: isHidden(actor, whole) ? null : accuracy }),
    mayCount: mayCount(actor, record),
    mayClose: isLead(actor),
  } as StockTake
}

export async function answerWhole(inside: Inside, id: string, extra = {}): Promise<Answer<StockTake>> {
  const whole = await readWhole(inside, id)
  return answer(whole, { version: whole.version, ...extra })
}

/** How right the register is by what was counted. */
export function accuracyOf(
  { population, counted, right }: { population: number; counted: number; right: number },
  sample: StockTake['sample'],
): StockTakeAccuracy | null {
  if (counted === 0) return null
  const confidence = sample?.confidence ?? 100
  const share = right / counted
  if (!sample || counted >= population)
    return { population, counted, right, share, low: share, high: share, confidence, method: 'ALL' }
  const wrong = wrongBetween({ population, sample: counted, wrong: counted - right }, confidence)
  return {
    population,
    counted,
    right,
    share,
    low: 1 - wrong.high / population,
    high: 1 - wrong.low / population,
    confidence,
    method: 'HYPERGEOMETRIC',
  }
}

const isRight = `(i.state = 'SELF_CONFIRMED' or i.state = 'FOUND' and (i.found_location_id is null
  or i.expected_location_id is null or i.found_location_id = i.expected_location_id))`

const find = `
  select ${rowJson} || jsonb_build_object('note', s.note, 'reason', s.reason, 'operationId', s.operation_id,
    'population', s.population,
    'counted', (select count(*) from app.stock_take_items i where i.company_id = $1 and i.stock_take_id = $2
      and i.state <> 'UNEXPECTED'),
    'right', (select count(*) from app.stock_take_items i where i.company_id = $1 and i.stock_take_id = $2 and ${isRight}),
    'places', (select coalesce(jsonb_agg(jsonb_build_object('id', p.place, 'path', case when p.place is null then '[]'::jsonb
        else ${pathOf('p.place')} end, 'expected', p.expected, 'counted', p.counted) order by p.place is null, p.place), '[]')
      from (
        select i.expected_location_id as place, count(*) as expected,
          count(*) filter (where i.state in ('FOUND', 'SELF_CONFIRMED')) as counted
        from app.stock_take_items i where i.company_id = $1 and i.stock_take_id = $2 and i.state <> 'UNEXPECTED'
        group by 1) p),
    'unknownCodes', (select coalesce(jsonb_agg(jsonb_build_object('code', u.code, 'at', ${instant('u.at')},
        'byName', u.by_name, 'placeName', u.place_name) order by u.at desc), '[]')
      from (
        select distinct on (n.code) n.code, n.at, p.name as by_name, l.name as place_name from app.stock_take_scans n
        left join app.people p on p.company_id = n.company_id and p.id = n.by_id
        left join app.locations l on l.company_id = n.company_id and l.id = n.location_id
        where n.company_id = $1 and n.stock_take_id = $2 and n.asset_id is null
        order by n.code, n.at desc limit 200) u)) as whole
  from app.stock_takes s ${countsJoin} where s.company_id = $1 and s.id = $2`
