import { customFields } from '@deskhand/contract'
import { useMemo } from 'react'
import { useRead } from '../api.ts'

/** What the company calls its own fields in use, by their keys. */
export function useOwnLabels(): ReadonlyMap<string, string> {
  const { data } = useRead(customFields.usable, {}, { staleTime: 300_000 })
  return useMemo(() => new Map(data?.data.map(({ key, label }) => [key, label])), [data])
}
