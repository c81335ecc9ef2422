import { AssetCondition } from '@deskhand/contract'
import { linkPurpose } from '../acceptances/access.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { linkToken } from '../platform/signedLink.ts'
import { words } from './words.ts'

type Tools = Pick<Platform, 'config' | 'secret'>
type Inside = Pick<Work, 'tx' | 'record'>
type Thing = { name: string; assetTag: string }
type Asked = {
  personId: string
  name: string
  email: string
  company: string
  zone: string
  byName: string
  expiresAt: Date
  things: Thing[]
}

/** Asks whoever got things to sign for them, by a link that works without signing in; nothing where it is over. */
export async function askToSign(
  platform: Tools,
  { tx, record, event }: Inside & { event: LoggedEvent<'acceptance.asked' | 'acceptance.reminded'> },
): Promise<void> {
  const id = event.subjectId ?? ''
  const [asked] = await tx.query<Asked>(findAsked, [event.companyId, id])
  if (!asked) return
  const { company, things, zone, expiresAt } = asked
  const isAgain = event.name === 'acceptance.reminded'
  const headline = isAgain ? words.handOver.reminded(namesOf(things)) : words.handOver.asked(namesOf(things))
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(expiresAt)
  const token = linkToken(platform.secret, linkPurpose, event.companyId, id)
  await queueMail(
    platform,
    { tx, record },
    {
      kind: isAgain ? 'acceptance_reminded' : 'acceptance_asked',
      cause: `event:${event.id}`,
      to: asked.email,
      personId: asked.personId,
      subject: headline,
      data: {
        name: asked.name,
        company,
        headline,
        intro: words.handOver.intro(asked.byName),
        text: things.map(lineOf).join('\n'),
        label: words.handOver.label,
        note: words.handOver.until(day),
      },
      secrets: { link: `${platform.config.url}/sign#token=${token}` },
    },
  )
}

type Returned = Thing & { condition: string | null }
type Receipt = {
  personId: string
  email: string
  company: string
  note: string | null
  hash: string
  byName: string
  things: Returned[]
}

/** The receipt for whoever gave things back: one mail for all that went back in the same deed. */
export async function mailReceipt(
  platform: Tools,
  { tx, record, event }: Inside & { event: LoggedEvent<'acceptance.received'> },
): Promise<void> {
  const receipts = await tx.query<Receipt>(findReceipts, [event.companyId, event.operationId, event.id])
  const [receipt] = receipts
  if (!receipt) return
  const things = receipts.flatMap((one) => one.things)
  const headline = words.handOver.receipt(namesOf(things))
  await queueMail(
    platform,
    { tx, record },
    {
      kind: 'return_receipt',
      // The same for each receipt of the deed, so that it is mailed once.
      cause: `return:${event.operationId ?? event.id}:${receipt.personId}`,
      to: receipt.email,
      personId: receipt.personId,
      subject: headline,
      data: {
        company: receipt.company,
        headline,
        intro: words.handOver.received(receipt.byName),
        text: things.map((thing) => `${lineOf(thing)}${conditionOf(thing)}`).join('\n'),
        note: receipt.note,
        kept: words.handOver.kept(receipts.map(({ hash }) => hash)),
        at: event.at.toISOString(),
      },
    },
  )
}

const lineOf = ({ name, assetTag }: Thing) => `${name} (${assetTag})`
const conditionOf = ({ condition }: Returned) => {
  const known = AssetCondition.safeParse(condition).data
  return known ? `, ${words.handOver.condition[known]}` : ''
}
const namesOf = ([first, ...rest]: readonly Thing[]) =>
  rest.length === 0 ? (first?.name ?? '') : `${first?.name} and ${rest.length} more`

const reachable = `p.state <> 'BLOCKED' and p.deleted_at is null`

const findAsked = `
  select p.id as "personId", p.name, p.email, c.name as company, c.zone, coalesce(b.name, c.name) as "byName",
    a.expires_at as "expiresAt", (
      select jsonb_agg(jsonb_build_object('name', t.name, 'assetTag', t.asset_tag) order by t.position)
      from app.acceptance_things t
      where t.company_id = a.company_id and t.acceptance_id = a.id and t.ended_at is null) as things
  from app.acceptances a
  join app.people p on p.company_id = a.company_id and p.id = a.person_id and ${reachable}
  join app.companies c on c.company_id = a.company_id
  left join app.people b on b.company_id = a.company_id and b.id = a.asked_by_id
  where a.company_id = $1 and a.id = $2 and a.state = 'PENDING'`

const findReceipts = `
  select a.person_id as "personId", p.email, c.name as company, a.note, encode(a.hash, 'hex') as hash,
    a.signed_as as "byName", (
      select jsonb_agg(jsonb_build_object('name', t.name, 'assetTag', t.asset_tag, 'condition', t.condition) order by t.position)
      from app.acceptance_things t
      where t.company_id = a.company_id and t.acceptance_id = a.id) as things
  from app.events this
  join app.events e on e.company_id = $1 and (e.id = $3 or e.operation_id = $2) and e.name = 'acceptance.received'
    and e.people = this.people
  join app.acceptances a on a.company_id = e.company_id and a.id = e.subject_id and a.state = 'RECEIVED'
  join app.people p on p.company_id = a.company_id and p.id = a.person_id and ${reachable}
  join app.companies c on c.company_id = a.company_id
  where this.company_id = $1 and this.id = $3 order by e.id`
