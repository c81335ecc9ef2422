import {
  type Approval,
  approvalPolicies,
  approvals,
  type BodyIn,
  type PolicyDefinitionIn,
  type Request,
  requests,
} from '@deskhand/contract'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { mailKey } from '../platform/mail/queue.ts'
import { unseal } from '../platform/secret.ts'
import { testSecret } from '../platform/testing/database.ts'
import { slices } from '../slices.ts'
import type { Desk } from '../testing/desk.ts'
import { elena, jorge } from '../testing/people.ts'
import { schedules } from './schedules.ts'

export const euros = (amount: number) => ({ amount: String(amount * 100), currency: 'EUR' })

/** A policy of the IT desk for what costs more than 1,000 EUR, unless told otherwise. It is tried before the world's own. */
export async function policy(
  desk: Desk,
  steps: PolicyDefinitionIn['steps'],
  more: Partial<PolicyDefinitionIn> = {},
): Promise<string> {
  const id = await idOfDesk(desk, 'IT')
  const { data } = await desk.as(elena).call(approvalPolicies.create, {
    body: {
      name: `Policy ${Math.random()}`,
      definition: { conditions: { deskIds: [id], over: euros(1_000) }, steps, ...more },
    },
  })
  await desk.as(elena).call(approvalPolicies.update, { params: { id: data.id }, body: { place: 0 } })
  return data.id
}

export async function idOfDesk(desk: Desk, code: string): Promise<string> {
  const [row] = await desk.rows<{ id: string }>(jorge, 'select id from app.desks where code = $1', [code])
  return row?.id ?? ''
}

/** Asks for a laptop of this price, and lets everything happen that follows. */
export async function askLaptop(
  desk: Desk,
  price = 1_400,
  body: Partial<BodyIn<typeof requests.create>> = {},
  who: string = jorge,
): Promise<Request> {
  const { data: request } = await desk.as(who).call(requests.create, {
    body: {
      serviceDeskCode: 'IT',
      summary: 'A laptop for drawings',
      customFields: { estimatedPrice: euros(price), businessJustification: 'The old one is too slow.' },
      ...body,
    },
  })
  await desk.work()
  return (await desk.as(who).call(requests.get, { params: { id: request.id } })).data
}

/** The latest round of a request, as this person sees it. */
export async function roundOf(desk: Desk, requestId: string, who: string = jorge): Promise<Approval> {
  const { data } = await desk.as(who).call(approvals.list, { query: { request: requestId } })
  const [latest] = data.data
  if (!latest) throw new Error('There is no round.')
  return latest
}

/** Decides, and lets everything happen that follows. */
export async function decide(
  desk: Desk,
  who: string,
  approvalId: string,
  body: BodyIn<typeof approvals.decide>,
) {
  const outcome = await desk.as(who).call(approvals.decide, { params: { id: approvalId }, body })
  await desk.work()
  return outcome
}

/** Lets the schedules run as their hour would. */
export async function tick(desk: Desk): Promise<void> {
  for (const schedule of schedules) await runScheduleNow(desk.database.pools, schedule)
  const { platform } = desk.deskhand
  // With everybody's reactions: what the relay has passed on without one comes to nobody.
  await drain({ ...platform, reactions: slices.flatMap((slice) => slice.reactions(platform)), schedules })
}

/** The newest link that was mailed about a request. */
export async function mailedLink(desk: Desk, requestId: string, to: string): Promise<string> {
  const [mail] = await desk.rows<{ sealed: Buffer }>(
    jorge,
    `select sealed from app.mails where request_id = $1 and to_address = $2 and kind like 'approval_%' and sealed is not null
     order by created_at desc, id desc limit 1`,
    [requestId, to],
  )
  if (!mail) throw new Error(`Nothing was mailed to ${to}.`)
  return JSON.parse(unseal(mailKey(testSecret), mail.sealed)).link
}

/** What that link is opened with. */
export const tokenIn = async (desk: Desk, requestId: string, to: string): Promise<string> =>
  (await mailedLink(desk, requestId, to)).split('#token=')[1] ?? ''
