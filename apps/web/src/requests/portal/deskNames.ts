import { desks } from '@deskhand/contract'
import { useRead } from '../../api.ts'

const useDesks = () => useRead(desks.list, {}, { staleTime: 300_000 }).data?.data

/** The names of desks by their codes: `IT` → "IT support". The code itself until they are known. */
export function useDeskNames(): (code: string) => string {
  const all = useDesks()
  return (code) => all?.find((desk) => desk.code === code)?.name ?? code
}

/** What a desk promises: "We usually answer within 2 hours". */
export const useDeskPromise = (code: string): string | null =>
  useDesks()?.find((desk) => desk.code === code)?.promise ?? null
