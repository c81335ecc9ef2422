import { type Acceptance, acceptances } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useCommand, useRead } from '../api.ts'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page, useTitle } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { shortDate, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Acceptances.module.css'
import { SignForm } from './SignForm.tsx'
import { Terms } from './Terms.tsx'
import { acceptanceWords as words } from './words.ts'

/** What one got and signs for; for a technician the same page, handed over to whoever signs on their screen. */
export default function SignPage() {
  const { id = '' } = useParams({ strict: false })
  const me = useMe()
  const now = useNow()
  const read = useRead(acceptances.get, { params: { id } })
  const { data } = read
  if (problemOf(read.error)?.status === 404 && !data) return <Missing />
  const isMine = data?.person.id === me.id
  return (
    <Page title={titleOf(data, isMine)}>
      <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
      {read.isPending ? <SkeletonRows rows={4} /> : null}
      {data ? (
        <div className={classes.form}>
          {data.askedBy ? <p>{introOf(data, data.askedBy.name, now)}</p> : null}
          <Terms {...data} />
          {data.note ? <p>{data.note}</p> : null}
          {data.state === 'PENDING' && (isMine || holds(me, 'assets.work')) ? (
            <Answer acceptance={data} isMine={isMine} onDone={() => void read.refetch()} />
          ) : (
            <Outcome acceptance={data} />
          )}
        </div>
      ) : null}
    </Page>
  )
}

function titleOf(data: Acceptance | undefined, isMine: boolean): string {
  if (data?.kind === 'RECEIPT') return isMine ? words.receipt : words.receiptOf(data.person.name)
  return data && !isMine ? words.titleOf(data.person.name) : words.title
}

const introOf = ({ kind, askedAt }: Acceptance, byName: string, now: Date): string =>
  kind === 'RECEIPT' ? words.taken(byName, shortDate(new Date(askedAt), now)) : words.handed(byName)

type AnswerProps = { acceptance: Acceptance; isMine: boolean; onDone: () => void }

function Answer({ acceptance, isMine, onDone }: AnswerProps) {
  const params = { id: acceptance.id }
  const names = acceptance.things.map(({ name }) => name).join(', ')
  const accept = useCommand(acceptances.accept, {
    onSuccess: () => {
      toast(words.signed(names))
      onDone()
    },
  })
  const decline = useCommand(acceptances.decline, {
    onSuccess: () => {
      toast(words.declined)
      onDone()
    },
  })
  return (
    <SignForm
      personName={acceptance.person.name}
      isOnScreen={!isMine}
      busy={accept.isPending || decline.isPending}
      problem={accept.error ?? decline.error}
      onSign={(body) => accept.mutate({ params, body })}
      {...(isMine && { onRefuse: (reason: string) => decline.mutate({ params, body: { reason } }) })}
    />
  )
}

function Outcome({ acceptance }: { acceptance: Acceptance }) {
  return (
    <>
      <p role="status">{words.outcome(acceptance)}</p>
      {acceptance.hash ? (
        <p className={classes.hash}>
          {words.hash}: {acceptance.hash}
        </p>
      ) : null}
      <p>
        <a href={`/api/v1/acceptances/${acceptance.id}/document`} download>
          {words.document}
        </a>
      </p>
    </>
  )
}

function Missing() {
  useTitle(words.title)
  return <EmptyState shape="search" title={words.none} isPage action={<a href="/">{words.toHome}</a>} />
}
