import { tags } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { readImport } from '../rules.ts'

/** Adds what a pasted list says; what is known stays as it is. */
export const importTags = handle(tags.import, async ({ tx, actor, body, record }) => {
  const { lines, faults } = readImport(body.csv)
  const rows = lines.map(({ name }) => ({ id: newId(), name }))
  const added = await tx.query<{ id: string; name: string }>(
    `insert into app.tags (company_id, id, name, created_by_id)
     select $1, t.id, t.name, $3 from jsonb_to_recordset($2::jsonb) as t(id uuid, name text)
     on conflict (company_id, name) do nothing returning id, name`,
    [actor.companyId, JSON.stringify(rows), actor.id],
  )
  const idOf = new Map(added.map(({ id, name }) => [name, id]))
  const aliases = lines.flatMap(({ name, aliases: others }) => {
    const into = idOf.get(name)
    return into ? others.map((alias) => ({ id: newId(), name: alias, into })) : []
  })
  await tx.run(
    `insert into app.tags (company_id, id, name, merged_into_id, created_by_id)
     select $1, t.id, t.name, t."into", $3 from jsonb_to_recordset($2::jsonb) as t(id uuid, name text, "into" uuid)
     on conflict (company_id, name) do nothing`,
    [actor.companyId, JSON.stringify(aliases), actor.id],
  )
  const names = lines.map(({ name }) => name)
  const fresh = names.filter((name) => idOf.has(name))
  if (fresh.length > 0)
    record('tag.imported', { type: 'tag', id: idOf.get(fresh[0] ?? '') ?? newId() }, { added: fresh })
  return answer(
    { added: fresh, known: names.filter((name) => !idOf.has(name)), refused: faults },
    { unchanged: fresh.length === 0 },
  )
})
