import { type Agent, AgentState, discovery } from '@deskhand/contract'
import { useAddressQuery, useAddressText } from '../../address.ts'
import { useCommand, usePages } from '../../api.ts'
import rows from '../../desks/Desks.module.css'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ExportLink } from '../../ui/ExportLink.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Discovery.module.css'
import { discoveryWords as words } from '../words.ts'

const options = AgentState.options.map((value) => ({ value, label: words.states[value] }))

/** Who has come, whoever came last first. */
export function Agents() {
  const { query, change } = useAddressQuery()
  const [text, type] = useAddressText('agent')
  const state = AgentState.options.find((one) => one === query.get('state'))
  const q = query.get('agent')
  const filters = { ...(state && { state }), ...(q && { q }) }
  const pages = usePages(discovery.agents, { query: { ...filters, limit: 50 } }, { keepPrevious: true })
  return (
    <section className={classes.section} aria-label={words.agents}>
      <div className={classes.head}>
        <h2>{words.agents}</h2>
        <div className={rows.buttons}>
          <ExportLink route={discovery.agents} query={filters} />
          <SearchField
            size="small"
            label={words.search}
            placeholder={words.search}
            value={text}
            onChange={type}
          />
          <FilterField
            field={words.state}
            isSingle
            values={state ? [state] : []}
            options={options}
            onChange={([value]) => change({ state: value ?? null })}
          />
        </div>
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={3} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState shape="list" size="small" title={words.noAgents}>
          {words.noAgentsAbout}
        </EmptyState>
      ) : null}
      <ul className={rows.rows} aria-label={words.agents}>
        {pages.items.map((agent) => (
          <AgentRow key={agent.id} agent={agent} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </section>
  )
}

function AgentRow({ agent }: { agent: Agent }) {
  const { id, key, name, agentVersion, state, tag, reportedTag, ip, lastContactAt, assets, version } = agent
  const called = name ?? key
  const changeAgent = useCommand(discovery.changeAgent, {
    onSuccess: (after) => toast(words.changed(called, words.states[after.state])),
  })
  const next = state === 'ALLOWED' ? 'BLOCKED' : 'ALLOWED'
  const verb = next === 'ALLOWED' ? words.allow : words.block
  const about = [words.states[state], agentVersion, tag ?? reportedTag, ip].filter(Boolean).join(' · ')
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>{called}</p>
        <p className={rows.about}>
          {about} · <TimeText at={lastContactAt} form="relative" />
          {assets.map(({ id: assetId, assetTag }) => (
            <span key={assetId}>
              {' '}
              <a href={`/a/${assetTag}`}>{assetTag}</a>
            </span>
          ))}
        </p>
      </div>
      <Button
        size="small"
        label={`${verb}: ${called}`}
        busy={changeAgent.isPending}
        onPress={() => changeAgent.mutate({ params: { id }, body: { state: next }, ifMatch: version })}
      >
        {verb}
      </Button>
    </li>
  )
}
