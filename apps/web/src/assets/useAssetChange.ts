import { type Asset, AssetFields, assets, type BodyIn } from '@deskhand/contract'
import { useCallback, useState } from 'react'
import { queryClient, reading, useCommand } from '../api.ts'
import { inTurn } from '../inTurn.ts'
import { problemOf } from '../ui/problem.ts'
import { changeWords as words } from './thingWords.ts'

export type AssetBody = BodyIn<typeof assets.change>
export type FieldConflict = { field: string; mine: unknown; theirs: unknown }
export type AssetConflict = { fields: FieldConflict[]; takeMine: () => void }
/**
 * Answers null when it is done, else the sentence that says why not. `began` is the thing as the editor opened with it:
 * what came since, seen or not, is asked about before it is saved over.
 */
export type ChangeAsset = (body: AssetBody, also?: Partial<Asset>, began?: Asset) => Promise<string | null>

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const Seen = AssetFields.partial().loose()

const conflictsIn = (mine: object, before: object, now: object) =>
  Object.entries(mine).flatMap(([field, value]): FieldConflict[] => {
    const theirs: unknown = Reflect.get(now, field) ?? null
    const was: unknown = Reflect.get(before, field) ?? null
    return isSame(theirs, was) || isSame(theirs, value) ? [] : [{ field, mine: value, theirs }]
  })

/** Fields that somebody else changed to something else since one saw them; null where nobody can tell. */
function conflictOf(before: Asset | undefined, mine: AssetBody, current: unknown) {
  const now = Seen.safeParse(current)
  if (!before || !now.success || typeof now.data['version'] !== 'number') return null
  const { customFields: own = {}, ...facts } = mine
  const fields = [
    ...conflictsIn(facts, before, now.data),
    ...conflictsIn(own, before.customFields, now.data.customFields ?? {}),
  ]
  return { version: now.data['version'], fields, seen: Object.assign({ ...before }, now.data) }
}

/**
 * A change of one thing, in its turn: shown when it is sent, taken back when it is refused. Where somebody else was
 * quicker at another field both changes hold; where it was the same field, both values are shown to choose from.
 */
export function useAssetChange(asset: Asset) {
  const { id, assetTag, version } = asset
  const { mutateAsync } = useCommand(assets.change)
  const [conflict, setConflict] = useState<AssetConflict | null>(null)
  const change = useCallback<ChangeAsset>(
    (body, also = {}, began) => {
      const { queryKey } = reading(assets.byTag, { params: { tag: assetTag } })
      async function send(ifMatch: number, base = began): Promise<string | null> {
        const before = queryClient.getQueryData<Asset>(queryKey)
        queryClient.setQueryData(queryKey, before && Object.assign({ ...before }, body, also))
        try {
          queryClient.setQueryData(queryKey, await mutateAsync({ params: { id }, ifMatch, body }))
          return null
        } catch (thrown) {
          queryClient.setQueryData(queryKey, before)
          const problem = problemOf(thrown)
          const found = problem?.code === 'stale' ? conflictOf(base ?? before, body, problem.current) : null
          // The other change was to other fields: both hold.
          if (found?.fields.length === 0) return send(found.version, base)
          await queryClient.invalidateQueries({ queryKey })
          if (!found) return problem?.detail ?? words.failed
          const takeMine = () => {
            setConflict(null)
            void inTurn(id, () => send(found.version, found.seen))
          }
          setConflict({ fields: found.fields, takeMine })
          return null
        }
      }
      return inTurn(id, (isAfter) =>
        send(began?.version ?? ((isAfter && queryClient.getQueryData<Asset>(queryKey)?.version) || version)),
      )
    },
    [mutateAsync, id, assetTag, version],
  )
  return { change, conflict, keepTheirs: () => setConflict(null) }
}
