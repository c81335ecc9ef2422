import { FoundPage, found } from '@deskhand/contract'
import { Checkbox, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { reading, useCommand } from '../api.ts'
import classes from '../company/parts/CompanyForm.module.css'
import { useDraft } from '../draft.ts'
import { UnsavedGuard } from '../shell/UnsavedGuard.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { SaveBar } from '../ui/SaveBar.tsx'
import { toast } from '../ui/toast.tsx'
import { foundFieldWords, foundWords as words } from './words.ts'

type Fields = { isOpen: boolean; showsName: boolean; thanks: string; howToReturn: string }

const formId = 'found-form'
const versioned = ({ isOpen, showsName, thanks, howToReturn, version }: FoundPage) => ({
  fields: { isOpen, showsName, thanks: thanks ?? '', howToReturn: howToReturn ?? '' },
  version,
})
const orNone = (text: string | undefined) => (text === undefined ? undefined : text.trim() || null)
const said = (value: string | boolean | undefined) =>
  typeof value === 'boolean' ? (value ? words.yes : words.no) : (value ?? '')

export function FoundForm({ page }: { page: FoundPage }) {
  const client = useQueryClient()
  const update = useCommand(found.setPage)
  const now = useMemo(() => versioned(page), [page])
  const draft = useDraft<Fields>({
    now,
    send: async ({ thanks, howToReturn, ...others }, version) => {
      const texts = { thanks: orNone(thanks), howToReturn: orNone(howToReturn) }
      const body = { ...others, ...JSON.parse(JSON.stringify(texts)) }
      const saved = await update.mutateAsync({ ifMatch: version, body })
      client.setQueryData(reading(found.page, {}).queryKey, saved)
    },
    readCurrent: (current) => {
      const read = FoundPage.safeParse(current)
      return read.success ? versioned(read.data) : null
    },
  })
  const { values, changed, change, error, theirs } = draft
  async function save(event: FormEvent) {
    event.preventDefault()
    if (await draft.save()) toast(words.saved)
  }
  const text = (field: 'thanks' | 'howToReturn') => ({
    label: words[field],
    description: words[`${field}Help`],
    autosize: true,
    minRows: field === 'thanks' ? 1 : 3,
    maxLength: field === 'thanks' ? 300 : 1000,
    value: values[field],
    error: fieldProblem(error, field) ?? null,
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <form id={formId} className={classes.form} noValidate onSubmit={(event) => void save(event)}>
        <Checkbox
          label={words.isOpen}
          description={words.isOpenHelp}
          checked={values.isOpen}
          onChange={(event) => change({ isOpen: event.currentTarget.checked })}
        />
        <Checkbox
          label={words.showsName}
          checked={values.showsName}
          onChange={(event) => change({ showsName: event.currentTarget.checked })}
        />
        <Textarea {...text('thanks')} />
        <Textarea {...text('howToReturn')} />
      </form>
      <SaveBar
        form={formId}
        changed={changed.map((field) => foundFieldWords[field])}
        busy={draft.isBusy}
        problem={changed.some((field) => fieldProblem(error, field)) ? null : error}
        onDiscard={draft.discard}
        conflicts={draft.conflicts.map((field) => ({
          label: foundFieldWords[field],
          mine: said(values[field]),
          theirs: said(theirs?.[field]),
        }))}
        onKeepMine={() => void draft.keepMine()}
        onKeepTheirs={draft.keepTheirs}
      />
      <UnsavedGuard isDirty={changed.length > 0} />
    </>
  )
}
