import { discovery, type EnrollmentToken } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid, newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { hashToken, newToken } from '../access.ts'
import { words } from '../words.ts'

/** The address that agents post to is said this once. */
export const enroll = handle(discovery.enroll, async ({ tx, actor, body, record, platform }) => {
  const [id, token] = [newId(), newToken(actor.companyId)]
  const { rowCount } = await tx.run(
    `insert into app.enrollment_tokens (company_id, id, name, hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict (company_id, lower(name)) where revoked_at is null do nothing`,
    [actor.companyId, id, body.name, hashToken(token), clock.now()],
  )
  if (rowCount === 0) throw new Stop('conflict', words.tokenTaken(body.name))
  record('enrollment_token.created', { type: 'enrollment_token', id, ref: body.name }, {})
  const url = new URL(`/inventory/${token}`, platform.config.url).href
  return answer({ id, token, url }, {})
})

export const tokens = handle(discovery.tokens, async ({ tx, actor }) => ({
  data: await tx.query<EnrollmentToken>(
    `select t.id, t.name, to_json(t.created_at) #>> '{}' as "createdAt", to_json(t.used_at) #>> '{}' as "usedAt",
       to_json(t.revoked_at) #>> '{}' as "revokedAt",
       (select count(*)::int from app.agents a where a.company_id = t.company_id and a.token_id = t.id) as agents
     from app.enrollment_tokens t where t.company_id = $1 order by t.created_at desc, t.id desc`,
    [actor.companyId],
  ),
}))

export const revoke = handle(discovery.revoke, async ({ tx, actor, params, record }) => {
  const id = params.id.toLowerCase()
  const [token] = isUuid(id)
    ? await tx.query<{ name: string; isRevoked: boolean }>(
        `select name, revoked_at is not null as "isRevoked" from app.enrollment_tokens
         where company_id = $1 and id = $2 for update`,
        [actor.companyId, id],
      )
    : []
  if (!token) throw new Stop('not_found', words.noSuchToken)
  if (token.isRevoked) return answer({}, { unchanged: true })
  await tx.run(
    'update app.enrollment_tokens set revoked_at = $3, version = version + 1 where company_id = $1 and id = $2',
    [actor.companyId, id, clock.now()],
  )
  record('enrollment_token.revoked', { type: 'enrollment_token', id, ref: token.name }, {})
  return {}
})
