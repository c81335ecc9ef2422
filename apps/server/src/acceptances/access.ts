import type { Acceptance } from '@deskhand/contract'
import { actorBy } from '../approvals/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Inside } from '../platform/http/handle.ts'
import { isUuid } from '../platform/ids.ts'
import { readLinkToken } from '../platform/signedLink.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

const purpose = 'acceptance'
/** What the links in mails to sign are signed as. */
export const linkPurpose = purpose

/** The acceptance, or the same 404 for hidden and missing; row-level security says who sees it. */
export async function loadAcceptance(
  tx: Tx,
  idText: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Acceptance> {
  const id = idText.toLowerCase()
  if (!isUuid(id)) throw new Stop('not_found', words.noSuchAcceptance)
  // Locked first: what is read afterwards is what stands until the commit.
  if (lock)
    await tx.run('select from app.acceptances where company_id = $1 and id = $2 for update', [
      tx.whose.companyId,
      id,
    ])
  const [row] = await tx.query<{ acceptance: Acceptance }>(
    `select ${acceptanceJson} as acceptance from app.acceptances a where a.company_id = $1 and a.id = $2`,
    [tx.whose.companyId, id],
  )
  if (!row) throw new Stop('not_found', words.noSuchAcceptance)
  return row.acceptance
}

export type ByLink = { acceptance: Acceptance; person: Actor; companyName: string }

/** Enters the company of a link and speaks for the person it was sent to, from here on. */
export async function enterByLink(
  { tx, enter, platform, params }: Pick<Inside, 'tx' | 'enter' | 'platform'> & { params: { token: string } },
  { lock = false }: { lock?: boolean } = {},
): Promise<ByLink> {
  const ids = readLinkToken(platform.secret, purpose, params.token)
  if (!ids) throw new Stop('not_found', words.noSuchLink)
  const { companyId } = ids
  await enter({ companyId, personId: null }, { actorId: null, actorName: null, actorKind: 'system' })
  const [row] = await tx.query<{ personId: string; companyName: string }>(
    `select a.person_id as "personId", c.name as "companyName" from app.acceptances a
     join app.companies c on c.company_id = a.company_id and c.state = 'ACTIVE'
     where a.company_id = $1 and a.id = $2`,
    [companyId, ids.id],
  )
  const person = row && (await actorBy(tx, row.personId))
  if (!row || !person) throw new Stop('not_found', words.noSuchLink)
  await enter(
    { companyId, personId: person.id },
    { actorId: person.id, actorName: person.name, actorKind: 'person' },
  )
  return { acceptance: await loadAcceptance(tx, ids.id, { lock }), person, companyName: row.companyName }
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const someone = (column: string) => `(select jsonb_build_object('id', p.id, 'name', p.name) from app.people p
  where p.company_id = a.company_id and p.id = a.${column})`

/** An acceptance `a` as the contract has it. */
export const acceptanceJson = `jsonb_build_object(
  'id', a.id, 'kind', a.kind, 'state', a.state, 'person', ${someone('person_id')}, 'askedBy', ${someone('asked_by_id')},
  'askedAt', ${instant('a.asked_at')}, 'expiresAt', ${instant('a.expires_at')}, 'remindedAt', ${instant('a.reminded_at')},
  'policies', a.policies, 'note', a.note, 'accessories', a.accessories, 'things', (
    select coalesce(jsonb_agg(jsonb_build_object('assetId', t.asset_id, 'assetTag', t.asset_tag, 'name', t.name,
      'serialNumber', t.serial_number, 'condition', t.condition, 'endedAt', ${instant('t.ended_at')}) order by t.position), '[]')
    from app.acceptance_things t where t.company_id = a.company_id and t.acceptance_id = a.id),
  'decidedAt', ${instant('a.decided_at')}, 'via', a.via, 'witness', ${someone('witness_id')}, 'signedAs', a.signed_as,
  'isDrawn', a.strokes is not null, 'hash', encode(a.hash, 'hex'), 'reason', a.reason, 'requestRef', (
    select r.reference_number from app.requests r where r.company_id = a.company_id and r.id = a.request_id))`
