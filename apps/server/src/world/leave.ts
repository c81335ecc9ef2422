import { dayWords, joinDays } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { insertRows } from './insertRows.ts'
import { plainRequest } from './plainRequest.ts'
import { idAt, makeRandom } from './random.ts'
import { settleNumbers } from './settleNumbers.ts'
import type { World } from './shapes.ts'

const hour = 3_600_000
const day = 24 * hour

/** Granted leave around today: of whom (by their place in the team of the manager), from and until which day. */
const granted: readonly [place: number, type: string, from: number, until: number][] = [
  [0, 'ANNUAL', 0, 4],
  [1, 'SICK', -1, 1],
  [2, 'PARENTAL', 3, 60],
  [3, 'ANNUAL', 8, 12],
  [4, 'ANNUAL', 21, 33],
]
const labels: Record<string, string> = { ANNUAL: 'Holiday', PARENTAL: 'Parental leave', SICK: 'Sick leave' }

/** Days of leave, and who of Marta's team takes some. */
export async function insertLeave(tx: Tx, world: World, companyId: string, now: Date): Promise<void> {
  const random = makeRandom(`leave ${companyId}`)
  const midnight = Math.floor(now.getTime() / day) * day
  const dayAt = (days: number) => new Date(midnight + days * day).toISOString().slice(0, 10)
  const of = <Row extends { companyId: string }>(rows: readonly Row[]) =>
    rows.filter((one) => one.companyId === companyId)
  const kind = of(world.requestTypes).find((one) => one.kind === 'LEAVE')
  const desk = of(world.desks).find(({ id }) => id === kind?.deskId)
  const marta = of(world.people).find(({ email }) => email === 'marta@harbour.example')
  if (!kind || !desk || !marta) return
  const year = Number(dayAt(0).slice(0, 4))
  const days: [type: string, days: number][] = [
    ['ANNUAL', 23],
    ['SPECIAL', 4],
  ]
  await insertRows(
    tx,
    'app.leave_allowances',
    days.map(([leaveType, count]) => ({
      companyId,
      id: idAt(random, midnight),
      leaveType,
      year: year - 1,
      personId: null,
      days: count,
    })),
  )
  const nuria = of(world.people).find(({ email }) => email === 'nuria@harbour.example')
  const works = new Set(of(world.deskMembers).map(({ personId }) => personId))
  // Of those whom nobody signs in as, so that what they can be asked and given stays as it is.
  const team = of(world.people)
    .filter(
      ({ id, managerId, state }) => managerId === marta.managerId && state === 'ACTIVE' && !works.has(id),
    )
    .filter(({ email }) => email.split('@')[0]?.includes('.'))
    .toSorted((a, b) => a.email.localeCompare(b.email))
  const [counter] = await tx.query<{ value: number }>(
    `select value::int from app.counters where company_id = $1 and name = 'desk:' || $2::text`,
    [companyId, desk.id],
  )
  const first = (counter?.value ?? 0) + 1
  const rows = granted
    .flatMap(([place, ...leave]) => (team[place] ? [{ requester: team[place], leave }] : []))
    .map(({ requester, leave: [leaveType, from, until] }, index) => {
      const at = new Date(midnight - (8 - index) * hour)
      return plainRequest({
        companyId,
        id: idAt(random, at.getTime()),
        desk,
        number: first + index,
        typeId: kind.id,
        requester,
        assignedToId: nuria?.id ?? null,
        summary: joinDays(`${labels[leaveType]}, ${dayWords(dayAt(from))}–${dayWords(dayAt(until))}`),
        description: null,
        fields: { leaveType, startDate: dayAt(from), endDate: dayAt(until) },
        status: 'RESOLVED',
        at,
        resolved: { at: new Date(at.getTime() + hour / 2), text: 'Granted. Have a good time.' },
        dueAt: at,
      })
    })
  await insertRows(
    tx,
    'app.requests',
    rows.map((row) => ({ ...row, closedAt: row.resolvedAt })),
  )
  await settleNumbers(
    tx,
    companyId,
    rows.map(({ id }) => id),
  )
}
