import { type Permission, people, type ReplyOf } from '@deskhand/contract'
import { createContext, use } from 'react'
import { useRead } from '../api.ts'

export type Me = ReplyOf<typeof people.me>

/** The signed-in person; the shell provides it to every page inside. */
export const MeContext = createContext<Me | null>(null)

/** Who is signed in, on pages that only signed-in people see. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe was called outside of the shell.')
  return me
}

/** Whether this person holds a permission at all; on a desk's record the record's own `can` decides. */
export const holds = (me: Me, permission: Permission) => me.permissions.includes(permission)

/** Whether what this desk keeps is theirs to change; without a desk, anybody's who works at one. */
export const keeps = (me: Me, { deskId }: { deskId: string | null }) =>
  holds(me, 'assets.work') &&
  (holds(me, 'assets.manage') || deskId === null || me.desks.some(({ id }) => id === deskId))

/** People who work on requests see the desk, all others the portal. */
export const isStaff = (me: Me) => holds(me, 'requests.work')

/** Whoever runs the installation, while they act for no company. */
export const isPlatform = (me: Me) => holds(me, 'platform.manage')

export const useSession = () => useRead(people.me, {}, { staleTime: 60_000 })
