import { SurveyWord, surveys } from '@deskhand/contract'
import { useState } from 'react'
import { useAddressQuery, useAddressText } from '../address.ts'
import { usePages, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { useRowCommands } from '../shell/rowCommands.ts'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterField } from '../ui/FilterField.tsx'
import { Pane, PaneStrip, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { ViewBar } from '../ui/ViewBar.tsx'
import { type Answer, AnswerCard, answerColumns } from './answerColumns.tsx'
import { DeskRates } from './DeskRates.tsx'
import classes from './SatisfactionPage.module.css'
import { surveyAnswers, satisfactionWords as words } from './words.ts'

const keyOf = ({ requestId }: Answer) => requestId
const wordOptions = SurveyWord.options.map((value) => ({ value, label: surveyAnswers[value] }))

/** What people say about the solutions of the desks that one leads. */
export default function SatisfactionPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <Answers /> : <RefusedPage>{words.refused}</RefusedPage>
}

function useFilters() {
  const { query, change } = useAddressQuery()
  const said = (query.get('word') ?? '').split(',')
  const picked = SurveyWord.options.filter((word) => said.includes(word))
  const desks = (query.get('desk') ?? '').split(',').filter(Boolean)
  return { picked, desks, hasComment: query.get('comment') === 'yes', change }
}

function Answers() {
  const { picked, desks, hasComment, change } = useFilters()
  const [text, setText] = useAddressText('q')
  const rates = useRead(surveys.rates, {}).data?.data ?? []
  const [cursor, setCursor] = useState<string | null>(null)
  const q = text.trim()
  const pages = usePages(
    surveys.list,
    {
      query: {
        ...(picked.length > 0 && { word: picked.join(',') }),
        ...(desks.length > 0 && { desk: desks.join(',') }),
        ...(hasComment && { hasComment: 'true' }),
        ...(q && { q }),
        limit: 100,
      },
    },
    { keepPrevious: true },
  )
  const rows = pages.items
  const open = ({ referenceNumber, deskCode }: Answer) => {
    window.location.assign(`/q/${deskCode.toLowerCase()}-all?sel=${referenceNumber}`)
  }
  const box = useRowCommands({
    slice: 'surveys',
    items: rows,
    keyOf,
    cursor,
    onCursorChange: setCursor,
    onOpen: open,
  })
  const isFiltered = picked.length > 0 || desks.length > 0 || hasComment || q !== ''
  const clear = () => {
    setText('')
    change({ word: null, desk: null, comment: null, q: null })
  }
  const counts = pages.data?.pages[0]?.counts
  return (
    <>
      <CompanyNav current="satisfaction" />
      <Panes title={words.title} shows="one">
        <Pane
          kind="detail"
          label={words.title}
          still
          head={
            <>
              <PaneStrip title={words.title}>
                <ViewBar>
                  <FilterField
                    field={words.word}
                    values={picked}
                    options={wordOptions}
                    onChange={(values) => change({ word: values.join(',') || null })}
                  />
                  <FilterField
                    field={words.desk}
                    values={desks}
                    options={rates.map(({ code, name }) => ({ value: code, label: name }))}
                    onChange={(values) => change({ desk: values.join(',') || null })}
                  />
                  <FilterField
                    field={words.comments}
                    isSingle
                    values={hasComment ? ['yes'] : []}
                    options={[{ value: 'yes', label: words.withComment }]}
                    onChange={([value]) => change({ comment: value ?? null })}
                  />
                </ViewBar>
              </PaneStrip>
              <div className={classes.head}>
                <div className={classes.find}>
                  <SearchField size="small" label={words.find} value={text} onChange={setText} />
                </div>
                <p className={classes.summary} role="status">
                  {counts ? summaryOf(counts) : ' '}
                </p>
                <DeskRates rates={rates} />
              </div>
            </>
          }
        >
          {pages.isError && rows.length === 0 ? (
            <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
          ) : pages.isPending ? (
            <SkeletonRows rows={10} lines={1} />
          ) : rows.length === 0 ? (
            <EmptyState
              shape="list"
              size="small"
              title={isFiltered ? words.filtered : words.empty}
              {...(isFiltered && { action: <Button onPress={clear}>{words.clear}</Button> })}
            >
              {isFiltered ? null : words.emptyAbout}
            </EmptyState>
          ) : (
            <div ref={box} className={classes.table}>
              <DataTable
                label={words.title}
                columns={answerColumns}
                items={rows}
                keyOf={keyOf}
                renderCard={(one) => <AnswerCard answer={one} />}
                cursor={cursor}
                onCursorChange={setCursor}
                onOpen={open}
                onReachEnd={() => {
                  if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
                }}
              />
            </div>
          )}
        </Pane>
      </Panes>
    </>
  )
}

function summaryOf(counts: Record<SurveyWord, number>): string {
  const all = SurveyWord.options.reduce((sum, word) => sum + counts[word], 0)
  if (all === 0) return words.noneYet
  return words.summary(all, Math.round(((counts.VERY_GOOD + counts.GOOD) / all) * 100))
}
