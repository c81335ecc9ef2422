import { calendars, desks } from '@deskhand/contract'
import { NumberInput, Select, TextInput } from '@mantine/core'
import { useRead } from '../../api.ts'
import { policyWords as words } from '../policyWords.ts'
import classes from '../SlaPage.module.css'
import type { Fields } from './policyDraft.ts'

type ScopeFieldsProps = {
  fields: Fields
  said: (field: string) => string | null
  onChange: (part: Partial<Fields>) => void
}

/** Which requests a policy is for, whose hours count, and from when on it is at risk. */
export function ScopeFields({ fields, said, onChange }: ScopeFieldsProps) {
  const allDesks = useRead(desks.list, {})
  const allCalendars = useRead(calendars.list, {})
  const { serviceDeskId } = fields
  const kinds = useRead(
    desks.requestTypes,
    { params: { id: serviceDeskId ?? '' } },
    { enabled: serviceDeskId !== null },
  )
  return (
    <div className={classes.pair}>
      <Select
        label={words.desk}
        placeholder={words.everyDesk}
        clearable
        data={(allDesks.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={serviceDeskId}
        error={said('serviceDeskId')}
        onChange={(id) => onChange({ serviceDeskId: id, requestTypeId: null })}
      />
      <Select
        label={words.kind}
        placeholder={words.everyKind}
        clearable
        searchable
        disabled={!serviceDeskId}
        data={(kinds.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.requestTypeId}
        error={said('requestTypeId')}
        onChange={(requestTypeId) => onChange({ requestTypeId })}
      />
      <TextInput
        label={words.site}
        description={words.siteHelp}
        value={fields.site ?? ''}
        error={said('site')}
        onChange={(event) => onChange({ site: event.currentTarget.value || null })}
      />
      <Select
        label={words.vip}
        placeholder={words.vipAny}
        clearable
        data={[
          { value: 'true', label: words.vipOnly },
          { value: 'false', label: words.vipNot },
        ]}
        value={fields.isVip === null ? null : String(fields.isVip)}
        onChange={(value) => onChange({ isVip: value === null ? null : value === 'true' })}
      />
      <Select
        label={words.calendar}
        placeholder={words.deskCalendar}
        clearable
        data={(allCalendars.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.calendarId}
        error={said('calendarId')}
        onChange={(calendarId) => onChange({ calendarId })}
      />
      <NumberInput
        label={words.risk}
        description={words.riskHelp}
        suffix=" %"
        min={1}
        max={99}
        value={fields.atRiskPercent}
        error={said('atRiskPercent')}
        onChange={(value) => onChange({ atRiskPercent: Number(value) })}
      />
    </div>
  )
}
