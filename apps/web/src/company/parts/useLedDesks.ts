import { desks } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { holds, useMe } from '../../shell/session.ts'

/** The desks that this person leads, to choose from. */
export function useLedDesks(): { value: string; label: string }[] {
  const me = useMe()
  const { data } = useRead(desks.list, {}, { staleTime: 300_000 })
  const led = new Set(me.desks.flatMap(({ id, role }) => (role === 'SUPERVISOR' ? [id] : [])))
  return (data?.data ?? [])
    .filter(({ id }) => holds(me, 'company.manage') || led.has(id))
    .map(({ id, name }) => ({ value: id, label: name }))
}
