import { type Absence, absences } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { todayIn } from '../access.ts'

export const list = handle(absences.list, async ({ tx, actor }) => {
  const today = await todayFor(tx)
  return {
    data: await tx.query<Absence>(
      `${select} where a.company_id = $1 and a.person_id = $3 and a.ended_at is null and a.until_date >= $2::date
       order by a.from_date, a.id`,
      [actor.companyId, today, actor.id],
    ),
  }
})

/** The day that it is in the transaction's company. */
export async function todayFor(tx: Tx): Promise<string> {
  const [company] = await tx.query<{ zone: string }>('select zone from app.companies where company_id = $1', [
    tx.whose.companyId,
  ])
  return todayIn(company?.zone ?? 'UTC', clock.now())
}

export async function readOne(tx: Tx, id: string, today: string): Promise<Absence> {
  const [row] = await tx.query<Absence>(`${select} where a.company_id = $1 and a.id = $3`, [
    tx.whose.companyId,
    today,
    id,
  ])
  if (!row) throw new Error('An absence that was just entered is not there.')
  return row
}

const select = `select a.id, a.from_date::text as "fromDate", a.until_date::text as "untilDate", a.note,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as "standIn",
    $2::date between a.from_date and a.until_date as "isNow"
  from app.absences a left join app.people s on s.company_id = a.company_id and s.id = a.stand_in_id`
