import { type ReplyOf, tags } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, loadTag, type TagRecord } from '../access.ts'
import { readTag } from '../queries/list.ts'
import { words } from '../words.ts'

/**
 * Renames a tag or merges it into another. The old word stays as another name of the new one, so that whoever writes it
 * meanwhile writes the new one; the requests that have it follow in pieces (reactions.ts).
 */
export const update = handle(tags.update, async (inside) => {
  const { tx, actor, params, body } = inside
  const tag = await loadTag(inside, params.id)
  if (body.mergeInto) return mergeInto(inside, tag, body.mergeInto)
  const name = body.name ?? tag.name
  if (name === tag.name) return answerTag(tx, actor, tag, null, { unchanged: true })
  return rename(inside, tag, name)
})

async function rename({ tx, actor, record }: Inside<typeof tags.update>, tag: TagRecord, name: string) {
  const [other] = await tx.query<{ id: string; mergedInto: string | null }>(
    'select id, merged_into_id as "mergedInto" from app.tags where company_id = $1 and name = $2 for update',
    [actor.companyId, name],
  )
  // Its own earlier name may come back; any other word is somebody's.
  if (other && other.mergedInto !== tag.id) throw refuseField('name', words.isTaken(name))
  if (other)
    await tx.run('delete from app.tags where company_id = $1 and id = $2', [actor.companyId, other.id])
  await tx.run('update app.tags set name = $3, version = version + 1 where company_id = $1 and id = $2', [
    actor.companyId,
    tag.id,
    name,
  ])
  await tx.run(
    `insert into app.tags (company_id, id, name, merged_into_id, created_by_id) values ($1, $2, $3, $4, $5)`,
    [actor.companyId, newId(), tag.name, tag.id, actor.id],
  )
  record(
    'tag.renamed',
    about({ id: tag.id, name }),
    { from: tag.name, into: name },
    { name: [tag.name, name] },
  )
  return answerTag(tx, actor, { id: tag.id, version: tag.version + 1 }, null)
}

async function answerTag(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  operationId: string | null,
  { unchanged = false } = {},
) {
  const { text } = await readTag(tx, actor, id)
  const whole = `${text.slice(0, -1)},"operationId":${JSON.stringify(operationId)}}`
  return answer(new Json<ReplyOf<typeof tags.update>>(whole), { version, unchanged })
}

async function mergeInto(inside: Inside<typeof tags.update>, tag: TagRecord, targetId: string) {
  const { tx, actor } = inside
  if (targetId === tag.id) throw refuseField('mergeInto', words.itself)
  const target = await loadTag({ tx, actor, ifMatch: null }, targetId).catch(() => {
    throw refuseField('mergeInto', words.noSuchTag)
  })
  // What had been merged into it goes along, so that there is never a chain.
  const moved = await tx.query<{ name: string }>(
    `update app.tags set merged_into_id = $3, version = version + 1
     where company_id = $1 and (id = $2 or merged_into_id = $2) returning name`,
    [actor.companyId, tag.id, target.id],
  )
  const operation = await beginOperation(inside, {
    kind: 'tags.merge',
    summary: words.merged(tag.name, target.name),
    changed: 1,
  })
  const aliases = moved.map(({ name }) => name).filter((name) => name !== tag.name)
  operation.record(
    'tag.merged',
    about(tag),
    { from: tag.name, into: target.name, intoId: target.id, aliases },
    { mergedInto: [null, target.name] },
  )
  return answerTag(tx, actor, target, operation.id)
}
