import { desks } from '@deskhand/contract'
import { useRead } from '../../api.ts'

/** The names of desks by their codes: `IT` → "IT support". The code itself until they are known. */
export function useDeskNames(): (code: string) => string {
  const all = useRead(desks.list, {}, { staleTime: 300_000 }).data?.data
  return (code) => all?.find((desk) => desk.code === code)?.name ?? code
}
