import { assetCatalogue } from '@deskhand/contract'
import { useRead } from '../api.ts'

/** Own fields of these kinds of things and of their models, or of all kinds, once each by their keys. */
export function useOwnFields(categoryIds: readonly string[]): { key: string; label: string }[] {
  const { data } = useRead(assetCatalogue.categories, {}, { staleTime: 300_000 })
  const kinds = (data?.data ?? []).filter(({ id }) => categoryIds.length === 0 || categoryIds.includes(id))
  const byKey = new Map(
    kinds.flatMap(({ fields, modelFields }) =>
      [...modelFields, ...fields].map(({ key, label }) => [key, label] as const),
    ),
  )
  return [...byKey].map(([key, label]) => ({ key, label }))
}
