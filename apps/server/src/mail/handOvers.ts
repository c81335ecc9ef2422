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

type Returned = Thing & { condition: string | null; note: string | null }
type Giver = { id: string; email: string; company: string }

/** A receipt for whoever gave things back: one for all that went back in the same deed. */
export async function mailReceipt(
  platform: Tools,
  { tx, record, event }: Inside & { event: LoggedEvent<'asset.checked_in'> },
): Promise<void> {
  const personId = event.changes['personId']?.[0]
  if (typeof personId !== 'string') return
  const [[giver], things] = await Promise.all([
    tx.query<Giver>(findGiver, [event.companyId, personId]),
    tx.query<Returned>(findReturned, [event.companyId, event.operationId, event.id, personId]),
  ])
  if (!giver) return
  const headline = words.handOver.receipt(namesOf(things))
  await queueMail(
    platform,
    { tx, record },
    {
      kind: 'return_receipt',
      // The same for each thing of the deed, so that it is mailed once.
      cause: event.operationId ? `return:${event.operationId}` : `event:${event.id}`,
      to: giver.email,
      personId: giver.id,
      subject: headline,
      data: {
        company: giver.company,
        headline,
        intro: words.handOver.received(event.actorName ?? 'Deskhand'),
        text: things.map((thing) => `${lineOf(thing)}${conditionOf(thing)}`).join('\n'),
        note: things.find(({ note }) => note)?.note ?? null,
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

const findGiver = `
  select p.id, p.email, c.name as company from app.people p join app.companies c on c.company_id = p.company_id
  where p.company_id = $1 and p.id = $2 and ${reachable}`

const findReturned = `
  select a.asset_tag as "assetTag", coalesce(a.name, m.name, g.name) as name, a.condition, e.data ->> 'note' as note
  from app.events e
  join app.assets a on a.company_id = e.company_id and a.id = e.subject_id
  join app.asset_categories g on g.company_id = a.company_id and g.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  where e.company_id = $1 and e.name = 'asset.checked_in' and e.changes -> 'personId' ->> 0 = $4::text
    and (e.id = $3 or ($2::uuid is not null and e.operation_id = $2))
  order by a.asset_tag`
