import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { whenSignedOut } from '../call.ts'
import { startLive, useTopics } from '../live.ts'
import { forgetShell } from '../stock-takes/count/forgetShell.ts'
import { problemOf } from '../ui/problem.ts'
import { useAppliedPreferences } from './applyPreferences.ts'
import { useBaseCommands } from './baseCommands.ts'
import PortalShell from './PortalShell.tsx'
import { ProblemPage } from './ProblemPage.tsx'
import { isPlatform, isStaff, type Me, MeContext, useSession } from './session.ts'

const PlatformShell = lazy(() => import('./PlatformShell.tsx'))
const DeskShell = lazy(() => import('./DeskShell.tsx'))
const mine = ['me']
const signIn = '/sign-in'

/** Asks who is signed in; nobody goes to the sign-in, staff to the desk, all others to the portal. */
export function AppShell() {
  const session = useSession()
  const router = useRouter()
  const here = useRouterState({ select: ({ location }) => location.href })
  const isNobody = problemOf(session.error)?.status === 401

  useEffect(() => {
    const leave = () => {
      void forgetShell()
      // The sign-in must never ask for itself.
      if (!here.startsWith(signIn)) router.history.replace(`${signIn}?return_to=${encodeURIComponent(here)}`)
    }
    if (isNobody) leave()
    return whenSignedOut(leave)
  }, [isNobody, here, router])

  if (session.data) return <SignedIn me={session.data} />
  if (session.error && !isNobody)
    return <ProblemPage problem={session.error} onRetry={() => void session.refetch()} />
  return null
}

function SignedIn({ me }: { me: Me }) {
  const client = useQueryClient()
  const isDesk = isStaff(me)
  const router = useRouter()
  // Whoever works at a desk begins with its queue; the home stays where it is and opens by its name.
  const goesOn = useRouterState({
    select: ({ location }) => location.state.isArriving && location.pathname === '/',
  })
  const toQueue = Boolean(goesOn) && me.desks.length > 0
  useEffect(() => {
    if (toQueue) router.history.replace('/q/todo')
  }, [toQueue, router])
  useEffect(() => startLive(client), [client])
  useTopics(mine)
  useBaseCommands(me)
  useAppliedPreferences(me, !isDesk)
  if (toQueue) return null
  return (
    <MeContext value={me}>
      <Suspense>
        {isPlatform(me) ? (
          <PlatformShell>
            <Outlet />
          </PlatformShell>
        ) : isDesk ? (
          <DeskShell>
            <Outlet />
          </DeskShell>
        ) : (
          <PortalShell>
            <Outlet />
          </PortalShell>
        )}
      </Suspense>
    </MeContext>
  )
}
