import { drawTags } from '../../assets/commands/drawTags.ts'
import { createAssets, type NewAsset } from '../../assets/commands/write.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Work } from '../resources.ts'

type New = Omit<NewAsset, 'assetTag'> & { assetTag: string | null }

/** Adds things; those without a tag get the next of their category that no row of the list names. Answers their ids. */
export async function addThings(
  work: Work,
  news: readonly New[],
  reserved: Pick<ReadonlySet<string>, 'has'>,
  operationId: string,
): Promise<string[]> {
  const { tx } = work
  const tagged = news.flatMap((one) => (one.assetTag === null ? [] : [{ ...one, assetTag: one.assetTag }]))
  const others = Map.groupBy(
    news.filter(({ assetTag }) => assetTag === null),
    ({ categoryId }) => categoryId,
  )
  // In one order, so that two lists that draw from the same categories do not wait in a circle.
  const inOrder = [...others].sort(([a], [b]) => a.localeCompare(b))
  const drawn = await Promise.all(
    inOrder.map(async ([categoryId, those]) => {
      const tags = await drawFree(tx, categoryId, those.length, reserved)
      return those.map((one, at) => ({ ...one, assetTag: tags[at] ?? '' }))
    }),
  )
  const all = [...tagged, ...drawn.flat()]
  return all.length > 0 ? createAssets(work, all, { operationId }) : []
}

async function drawFree(
  tx: Tx,
  categoryId: string,
  count: number,
  reserved: Pick<ReadonlySet<string>, 'has'>,
): Promise<string[]> {
  const free = (await drawTags(tx, categoryId, count)).filter((tag) => !reserved.has(tag))
  if (free.length === count) return free
  return [...free, ...(await drawFree(tx, categoryId, count - free.length, reserved))]
}
