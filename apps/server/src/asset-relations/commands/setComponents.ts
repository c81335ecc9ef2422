import { assetRelations } from '@deskhand/contract'
import { loadAsset, mustKeep } from '../../assets/access.ts'
import { lockAll, readReceiver } from '../../custody/access.ts'
import { handOut } from '../../custody/commands/handOut.ts'
import { moveOn } from '../../custody/commands/moveOn.ts'
import { takeBack } from '../../custody/commands/takeBack.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { mustBeOnce } from '../../platform/mustBeOnce.ts'
import { readComponents } from '../queries/components.ts'
import { words } from '../words.ts'

/** Putting in is handing out, and taking out is taking back: each part keeps its own history, by the doors of custody. */
export const setComponents = handle(assetRelations.setComponents, async (inside) => {
  const { tx, actor, body, params } = inside
  const whole = await loadAsset({ tx, actor, ifMatch: inside.ifMatch }, params.id)
  mustKeep(actor, whole)
  const had = (await readComponents(tx, whole.id)).map(({ id }) => id)
  const wanted = mustBeOnce('assetIds', body.assetIds)
  const added = wanted.filter((id) => !had.includes(id))
  const gone = had.filter((id) => !wanted.includes(id))
  if (added.length + gone.length === 0)
    return answer({ data: await readComponents(tx, whole.id), operationId: null }, { unchanged: true })
  const parts = await lockAll(inside, [...added, ...gone].sort())
  const operation = await beginOperation(inside, {
    kind: 'assets.components',
    summary: words.changedInside(whole.assetTag),
    changed: parts.length,
  })
  const work = { ...inside, record: operation.record }
  const coming = parts.filter(({ id }) => added.includes(id))
  if (coming.length > 0) {
    const to = await readReceiver(inside, { assetId: whole.id }, added)
    const isOut = ({ status }: { status: string }) => status === 'DEPLOYED'
    // Where one of them may not go, none does.
    await handOut(
      work,
      coming.filter((part) => !isOut(part)),
      to,
      {},
    )
    await moveOn(work, coming.filter(isOut), to, {})
  }
  await takeBack(
    work,
    parts.filter(({ id }) => gone.includes(id)),
    { condition: ({ condition }) => condition ?? 'GOOD' },
  )
  return { data: await readComponents(tx, whole.id), operationId: operation.id }
})
