import { assetCatalogue, type BodyOf, locations, people, stockTakes } from '@deskhand/contract'
import { MultiSelect, NativeSelect, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { call } from '../call.ts'
import { DateAnswer } from '../forms/fields/DateAnswer.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { dayOf } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './StockTakes.module.css'
import { stockTakeWords as words } from './words.ts'

type Draft = BodyOf<typeof stockTakes.create>
const empty: Draft = {
  name: '',
  locationIds: [],
  departments: [],
  categoryIds: [],
  sample: null,
  isBlind: false,
  asksHolders: false,
  assigneeIds: [],
  dueOn: null,
  note: null,
}

/** What is counted, how, and by whom. */
export default function NewStockTakePage() {
  return holds(useMe(), 'assets.supervise') ? <Prepare /> : <RefusedPage>{words.refusedNew}</RefusedPage>
}

function Prepare() {
  const router = useRouter()
  const [draft, setDraft] = useState(empty)
  const set = (changes: Partial<Draft>) => setDraft((was) => ({ ...was, ...changes }))
  const create = useCommand(stockTakes.create, {
    onSuccess: ({ id }) => {
      toast(words.created)
      router.history.push(`/stock-takes/${id}`)
    },
  })
  const fault = (field: string) => fieldProblem(create.error, field)
  return (
    <Page title={words.new}>
      <Form
        className={classes.form}
        problem={create.error}
        onSubmit={() => create.mutate({ body: { ...draft, note: draft.note?.trim() || null } })}
      >
        <TextInput
          required
          label={words.name}
          maxLength={120}
          value={draft.name}
          error={fault('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Scope draft={draft} set={set} fault={fault} />
        <How draft={draft} set={set} fault={fault} />
        <DateAnswer
          id="stock-take-due"
          label={words.due}
          error={fault('dueOn')}
          field={{ notBefore: 'today' }}
          today={dayOf(new Date())}
          value={draft.dueOn ?? ''}
          onChange={(value) => set({ dueOn: typeof value === 'string' && value ? value : null })}
        />
        <Textarea
          label={words.note}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.note ?? ''}
          error={fault('note')}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <ProblemNotice problem={create.error} />
        <div className={classes.acts}>
          <Button type="submit" variant="primary" busy={create.isPending}>
            {words.create}
          </Button>
        </div>
      </Form>
    </Page>
  )
}

type PartProps = {
  draft: Draft
  set: (changes: Partial<Draft>) => void
  fault: (field: string) => string | undefined
}

function Scope({ draft, set, fault }: PartProps) {
  const places = useRead(locations.list, {}, { staleTime: 300_000 })
  const kinds = useRead(assetCatalogue.categories, {}, { staleTime: 300_000 })
  const departments = useRead(stockTakes.departments, {}, { staleTime: 300_000 })
  return (
    <>
      <SectionTitle size="portal">{words.where}</SectionTitle>
      <MultiSelect
        searchable
        label={words.places}
        description={words.placesHelp}
        data={(places.data?.data ?? []).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
        value={draft.locationIds}
        error={fault('locationIds')}
        onChange={(locationIds) => set({ locationIds })}
      />
      <MultiSelect
        searchable
        label={words.departments}
        description={words.departmentsHelp}
        data={departments.data?.data ?? []}
        value={draft.departments}
        error={fault('departments')}
        onChange={(next) => set({ departments: next })}
      />
      <MultiSelect
        searchable
        label={words.kinds}
        description={words.kindsHelp}
        data={(kinds.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.categoryIds}
        error={fault('categoryIds')}
        onChange={(categoryIds) => set({ categoryIds })}
      />
    </>
  )
}

function How({ draft, set, fault }: PartProps) {
  const { locationIds, departments, categoryIds, sample } = draft
  const [asked] = useDebouncedValue({ locationIds, departments, categoryIds, sample }, 300)
  const measured = useQuery({
    queryKey: ['stock-takes measure', asked],
    queryFn: () => call(stockTakes.measure, { body: asked }),
  })
  const staff = useRead(
    people.list,
    { query: { role: 'technician,supervisor,admin', limit: 200 } },
    { staleTime: 300_000 },
  )
  return (
    <>
      <SectionTitle size="portal">{words.how}</SectionTitle>
      <SegmentedControl
        fullWidth
        aria-label={words.howMany}
        value={sample ? 'sample' : 'all'}
        data={[
          { value: 'all', label: words.wholeChoice },
          { value: 'sample', label: words.sampleChoice },
        ]}
        onChange={(next) => set({ sample: next === 'sample' ? { confidence: 95, margin: 5 } : null })}
      />
      {sample ? (
        <div className={classes.pair}>
          <NativeSelect
            label={words.confidence}
            data={['90', '95', '99'].map((value) => ({ value, label: `${value} %` }))}
            value={String(sample.confidence)}
            onChange={(event) => {
              const confidence = ([90, 95, 99] as const).find(
                (one) => String(one) === event.currentTarget.value,
              )
              if (confidence) set({ sample: { ...sample, confidence } })
            }}
          />
          <NativeSelect
            label={words.margin}
            data={[1, 2, 3, 5, 10, 20].map((value) => ({ value: String(value), label: `± ${value} %` }))}
            value={String(sample.margin)}
            onChange={(event) => set({ sample: { ...sample, margin: Number(event.currentTarget.value) } })}
          />
        </div>
      ) : null}
      <p className={classes.quiet} role="status">
        {measured.data
          ? words.measured(measured.data.population, measured.data.sampled, asked.sample !== null)
          : null}
      </p>
      <Switch
        label={words.blindSwitch}
        description={words.blindHelp}
        checked={draft.isBlind}
        onChange={(event) => set({ isBlind: event.currentTarget.checked })}
      />
      <Switch
        label={words.askSwitch}
        description={words.askHelp}
        checked={draft.asksHolders}
        onChange={(event) => set({ asksHolders: event.currentTarget.checked })}
      />
      <MultiSelect
        searchable
        label={words.assignees}
        description={words.assigneesHelp}
        data={(staff.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.assigneeIds}
        error={fault('assigneeIds')}
        onChange={(assigneeIds) => set({ assigneeIds })}
      />
    </>
  )
}
