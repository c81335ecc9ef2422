import { Company, companies, type ReplyOf } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { reading, useCommand } from '../../api.ts'
import { useDraft } from '../../draft.ts'
import { UnsavedGuard } from '../../shell/UnsavedGuard.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import { localeChoices, zones } from '../places.ts'
import { fieldWords, companyWords as words } from '../words.ts'
import classes from './CompanyForm.module.css'

type WholeCompany = ReplyOf<(typeof companies)['general']>
type Fields = { name: string; zone: string; locale: string }

const formId = 'company-form'
const versioned = ({ name, zone, locale, version }: WholeCompany) => ({
  fields: { name, zone, locale },
  version,
})

export function CompanyForm({ company }: { company: WholeCompany }) {
  const client = useQueryClient()
  const update = useCommand(companies.updateGeneral)
  const now = useMemo(() => versioned(company), [company])
  const draft = useDraft<Fields>({
    now,
    send: async (body, version) => {
      const saved = await update.mutateAsync({ ifMatch: version, body })
      client.setQueryData(reading(companies.general, {}).queryKey, saved)
    },
    readCurrent: (current) => {
      const read = Company.safeParse(current)
      return read.success ? versioned(read.data) : null
    },
  })
  const { values, changed, change, error, theirs } = draft
  const said = (field: keyof Fields) => fieldProblem(error, field) ?? null
  const isNameless = values.name.trim() === ''

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!isNameless && (await draft.save())) toast(words.saved)
  }
  return (
    <>
      <form id={formId} className={classes.form} noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          required
          label={words.name}
          description={words.nameHelp}
          maxLength={100}
          value={values.name}
          error={isNameless ? words.missing : said('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          searchable
          allowDeselect={false}
          label={words.zone}
          description={words.zoneHelp}
          data={zones.includes(values.zone) ? zones : [values.zone, ...zones]}
          limit={60}
          value={values.zone}
          error={said('zone')}
          onChange={(zone) => {
            if (zone) change({ zone })
          }}
        />
        <Select
          searchable
          allowDeselect={false}
          label={words.locale}
          description={words.localeHelp}
          data={localeChoices(values.locale)}
          value={values.locale}
          error={said('locale')}
          onChange={(locale) => {
            if (locale) change({ locale })
          }}
        />
        <PropertyList
          properties={[
            { label: words.slug, value: <code>{company.slug}</code> },
            { label: words.since, value: <TimeText at={company.createdAt} form="date" /> },
          ]}
        />
      </form>
      <SaveBar
        form={formId}
        changed={changed.map((field) => fieldWords[field])}
        busy={draft.isBusy}
        problem={changed.some((field) => said(field)) ? null : error}
        onDiscard={draft.discard}
        conflicts={draft.conflicts.map((field) => ({
          label: fieldWords[field],
          mine: values[field],
          theirs: theirs?.[field] ?? '',
        }))}
        onKeepMine={() => void draft.keepMine()}
        onKeepTheirs={draft.keepTheirs}
      />
      <UnsavedGuard isDirty={changed.length > 0} />
    </>
  )
}
