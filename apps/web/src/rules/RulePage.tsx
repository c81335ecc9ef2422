import { type Rule, type RuleBody, rules } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { usePages, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { RuleForm } from './parts/RuleForm.tsx'
import { RunLog } from './parts/RunLog.tsx'
import classes from './Rules.module.css'
import { ruleWords as words } from './words.ts'

const blank: RuleBody = {
  name: '',
  serviceDeskId: null,
  isEnabled: true,
  trigger: { on: 'CREATED' },
  condition: { match: 'all', parts: [] },
  actions: {},
}

/** One rule: when, if, then; what it would have done; and what it did. */
export default function RulePage() {
  const me = useMe()
  const { id = '' } = useParams({ strict: false })
  if (!holds(me, 'company.manage')) return <RefusedPage>{words.refused}</RefusedPage>
  return (
    <>
      <CompanyNav current="rules" />
      {id === 'new' ? (
        <Page title={words.new}>
          <RuleForm rule={null} begin={blank} />
        </Page>
      ) : (
        <Known key={id} id={id} />
      )}
    </>
  )
}

function Known({ id }: { id: string }) {
  const rule = useRead(rules.get, { params: { id } })
  const { data } = rule
  return (
    <Page title={data?.name ?? words.title}>
      <ProblemNotice problem={rule.error} onRetry={() => void rule.refetch()} />
      {rule.isPending ? <SkeletonRows rows={4} /> : null}
      {data ? (
        <>
          <RuleForm key={data.version} rule={data} begin={bodyOf(data)} />
          <Log id={id} />
        </>
      ) : null}
    </Page>
  )
}

const bodyOf = ({ name, serviceDeskId, isEnabled, trigger, condition, actions }: Rule): RuleBody => ({
  name,
  serviceDeskId,
  isEnabled,
  trigger,
  condition,
  actions,
})

function Log({ id }: { id: string }) {
  const log = usePages(rules.runs, { params: { id }, query: { limit: 20 } })
  return (
    <section className={classes.try} aria-label={words.log}>
      <h2 className={classes.title}>{words.log}</h2>
      <ProblemNotice problem={log.error} onRetry={() => void log.refetch()} />
      {log.isPending ? <SkeletonRows rows={3} /> : null}
      {log.isSuccess && log.items.length === 0 ? <p className={classes.muted}>{words.logEmpty}</p> : null}
      <RunLog runs={log.items} of="rule" />
      {log.hasNextPage ? (
        <LoadMore label={words.more} busy={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()} />
      ) : null}
    </section>
  )
}
