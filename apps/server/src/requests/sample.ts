import { type BodyIn, calendars, type Request, requests } from '@deskhand/contract'
import { afterBusinessTime } from '../platform/clock/businessTime.ts'
import type { Desk } from '../testing/desk.ts'
import { elena, jorge } from '../testing/people.ts'

/** Asks the IT desk for something, as Jorge unless somebody else is named. */
export async function ask(
  desk: Desk,
  body: Partial<BodyIn<typeof requests.create>> = {},
  who: string = jorge,
): Promise<Request> {
  const { data } = await desk.as(who).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'VPN drops every 20 minutes', ...body },
  })
  return data
}

/** Sets columns behind everybody's back, for what takes weeks to come about; names as in the table. */
export async function put(desk: Desk, id: string, fields: Record<string, unknown>): Promise<void> {
  const names = Object.keys(fields)
  await desk.rows(
    jorge,
    `update app.requests r set ${names.map((name) => `${name} = now.${name}`).join(', ')}
     from jsonb_populate_record(null::app.requests, $2::jsonb) now where r.id = $1`,
    [id, JSON.stringify(fields)],
  )
}

/** What each state needs besides its name. */
export const inState: Record<Request['status'], Record<string, unknown>> = {
  SUBMITTED: { status: 'SUBMITTED' },
  IN_REVIEW: { status: 'IN_REVIEW', review_kind: 'TRIAGE' },
  ACTION_REQUIRED: { status: 'ACTION_REQUIRED', question: 'Which floor?' },
  APPROVED: { status: 'APPROVED' },
  IN_PROGRESS: { status: 'IN_PROGRESS' },
  WAITING: { status: 'WAITING', wait_reason: 'VENDOR' },
  RESOLVED: { status: 'RESOLVED', resolution_code: 'FIXED', resolution_text: 'Done.' },
  REJECTED: { status: 'REJECTED', rejection_reason: 'Not this year.' },
}

/** What the desk says along with a move to a state. */
export const saidFor = (to: Request['status']) => ({
  reason: 'So.',
  ...(to === 'ACTION_REQUIRED' && { question: 'Why?' }),
  ...(to === 'WAITING' && { waitReason: 'PART' as const }),
  ...(to === 'RESOLVED' && { resolutionCode: 'FIXED', resolutionText: 'So.' }),
})

/** When something is due so many hours after a moment, at a desk that keeps the company's own calendar. */
export async function dueAfter(desk: Desk, start: string, hours: number): Promise<string> {
  const { data } = await desk.as(elena).call(calendars.list)
  const standard = data.data.find(({ isDefault }) => isDefault)
  if (!standard) throw new Error('The company has no calendar of its own.')
  const { zone, week } = standard
  const holidays = new Set(standard.holidays.map(({ date }) => date))
  return new Date(
    afterBusinessTime({ zone, week, holidays }, Date.parse(start), hours * 3_600_000),
  ).toISOString()
}
