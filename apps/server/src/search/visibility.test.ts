import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { participants, requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { identityOf } from '../identity/identity.ts'
import { clock } from '../platform/clock/clock.ts'
import { send } from '../platform/db/send.ts'
import { transact } from '../platform/db/transaction.ts'
import { visibleTo } from '../requests/access.ts'
import { worksOn } from '../requests/queries/columns.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, marta, nuria, olga, omar, pablo, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const { pools } = desk.deskhand.platform

// More kinds of visibility than the world has: a list without the desk, an admin on a list, a creator who left one.
const seal = async (summary: string, personIds: string[], includesDesk: boolean) => {
  const body = { serviceDeskCode: 'HR', summary, isConfidential: true }
  const { data } = await desk.as(jorge).call(requests.create, { body })
  await desk.as(nuria).call(requests.comment, {
    params: { id: data.id },
    body: { message: `${summary} laptop note`, isInternal: true },
  })
  await desk
    .as(nuria)
    .call(requests.seal, { params: { id: data.id }, body: { isConfidential: true, personIds, includesDesk } })
}
const idOf = async (email: string) => (await desk.who(email)).personId
await seal('Laptop one', [await idOf(nuria), await idOf(marta)], false)
await seal('Laptop two', [await idOf(elena)], true)
await desk.as(marta).call(requests.create, {
  body: { serviceDeskCode: 'IT', summary: 'Laptop for Jorge', onBehalfOfId: await idOf(jorge) },
})
// And what colleagues follow, also where it became confidential since.
const follow = async (summary: string, becomesConfidential: boolean) => {
  const { data } = await desk.as(jorge).call(requests.create, { body: { serviceDeskCode: 'IT', summary } })
  const params = { id: data.id }
  await desk.as(ana).call(participants.add, { params, body: { personId: await idOf(marta) } })
  if (becomesConfidential) await desk.as(ana).call(requests.seal, { params, body: { isConfidential: true } })
}
await follow('Laptop that Marta follows', false)
await follow('Laptop that Marta followed', true)

/** Words of all frequencies, as the world has them. */
const vocabulary = async () => {
  const rows = await desk.rows<{ word: string }>(
    jorge,
    `select word from ts_stat('select words from app.requests where words is not null') where ndoc < 400 order by md5(word) limit 17`,
  )
  return ['laptop', 'vpn', 'salary', ...rows.map(({ word }) => word)]
}

const everyone = [marta, jorge, ana, sofia, nuria, pablo, omar, elena, tom, iris, olga]
for (const email of everyone) {
  test(`what ${email} finds is what the door and the policies let them see`, async () => {
    const claims = await identityOf(desk.deskhand.platform).tokens.read(await desk.token(email), clock.now())
    const actor = claims && (await identityOf(desk.deskhand.platform).actors.find(claims))
    assert.ok(actor)
    const words = await vocabulary()
    const seen = await transact(pools.app, { companyId: actor.companyId, personId: actor.id }, (tx) =>
      send<{ word: string; extra: number; missing: number; found: number }>(
        tx,
        sql`
          with asked as (select word, quote_literal(word)::tsquery as query from unnest(${words}::text[]) word),
          found as (select a.word, f.id from asked a, app_priv.search_requests(a.query, '', 100000) f),
          visible as (
            select a.word, r.id from asked a join app.requests r on r.company_id = ${actor.companyId}
              and r.deleted_at is null and ${visibleTo(actor, 'r')}
            where r.words @@ a.query or exists (select from app.request_activities c
              where c.company_id = r.company_id and c.request_id = r.id and c.words @@ a.query
                and (not c.is_internal or ${worksOn(actor)})))
          select a.word, (select count(*)::int from found f where f.word = a.word) as found,
            (select count(*)::int from (select id from found f where f.word = a.word except
              select id from visible v where v.word = a.word) x) as extra,
            (select count(*)::int from (select id from visible v where v.word = a.word except
              select id from found f where f.word = a.word) x) as missing
          from asked a`,
      ),
    )
    assert.equal(seen.length, words.length)
    assert.deepEqual(
      seen.filter(({ extra, missing, found }) => extra > 0 || (missing > 0 && found < 500)),
      [],
    )
  })
}
