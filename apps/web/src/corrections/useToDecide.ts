import { type Correction, corrections } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { holds, useMe } from '../shell/session.ts'

/** The corrections that wait for the reader as the second person; who leads no desk asks for none. */
export function useToDecide(): Correction[] {
  const isLead = holds(useMe(), 'requests.supervise')
  const { data } = useRead(corrections.waiting, {}, { enabled: isLead })
  return (data?.data ?? []).filter(({ can }) => can.includes('decide'))
}
