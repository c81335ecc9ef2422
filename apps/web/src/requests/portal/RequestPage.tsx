import { requests } from '@deskhand/contract'
import { useParams, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRead } from '../../api.ts'
import { useFollowMerge } from '../../merges/useFollowMerge.ts'
import { isStaff, useMe } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page, useTitle } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { RequestLetter } from './parts/RequestLetter.tsx'
import { RequestWaiting } from './parts/RequestWaiting.tsx'
import { requestWords as words } from './words.ts'

/** A request as whoever asked reads it. Who works on it is taken to the queue, where it can be worked on. */
export default function RequestPage() {
  const me = useMe()
  const router = useRouter()
  const { tag = '' } = useParams({ strict: false })
  const request = useRead(requests.get, { params: { id: tag } })
  const { data } = request
  const isMine = data?.requesterId === me.id || data?.createdById === me.id
  const goesToQueue = data !== undefined && !isMine && isStaff(me)

  const view = data?.deskCode.toLowerCase()
  useEffect(() => {
    if (goesToQueue) router.history.replace(`/q/${view}-all?sel=${encodeURIComponent(tag)}`)
  }, [goesToQueue, router, tag, view])

  const follows = useFollowMerge(goesToQueue ? undefined : data, (to) =>
    router.history.replace(`/r/${encodeURIComponent(to)}`),
  )
  if (goesToQueue || follows) return null
  if (data) return <RequestLetter key={data.id} request={data} />
  if (problemOf(request.error)?.status === 404) return <Missing />
  if (request.isPending) return <RequestWaiting />
  return (
    <Page title={tag}>
      <ProblemNotice problem={request.error} onRetry={() => void request.refetch()} />
    </Page>
  )
}

function Missing() {
  useTitle(words.notFound)
  return (
    <EmptyState shape="search" title={words.notFound} isPage action={<a href="/requests">{words.toMine}</a>}>
      {words.notFoundAbout}
    </EmptyState>
  )
}
