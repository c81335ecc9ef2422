import { AcceptanceState, AssetCondition, AssetSource, Ownership } from '@deskhand/contract'
import { Menu, NumberInput } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { conditionWords } from '../../custody/words.ts'
import { holds, useMe } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { FilterPopover } from '../../ui/FilterPopover.tsx'
import { Form } from '../../ui/Form.tsx'
import { useNow } from '../../ui/time.ts'
import { FilterChip } from '../../ui/ViewBar.tsx'
import { listWords } from '../../ui/words.ts'
import classes from '../AssetsPage.module.css'
import { fieldValue } from '../fieldText.ts'
import type { AssetFilters, FilterName } from '../filters.ts'
import { acceptanceWords, ownershipWords, sourceWords, filterWords as words } from '../words.ts'
import { OwnFieldFilter } from './OwnFieldFilter.tsx'
import { DayFilter } from './TimeFilters.tsx'

const rare = ['ownership', 'source', 'condition', 'acceptance', 'leaseEndsBefore', 'notSeenDays'] as const
type Rare = (typeof rare)[number]

const options = {
  ownership: Ownership.options.map((value) => ({ value, label: ownershipWords[value] })),
  source: AssetSource.options.map((value) => ({ value, label: sourceWords[value] })),
  condition: AssetCondition.options.map((value) => ({ value, label: conditionWords[value] })),
  acceptance: AcceptanceState.options.map((value) => ({ value, label: acceptanceWords[value] })),
}

/** Conditions that only links bring, such as those of the overview; null says their own value. They can be taken away here. */
const fromLinks: Partial<Record<FilterName, string | null>> = {
  manufacturerId: words.oneManufacturer,
  parentAssetId: words.oneThing,
  department: null,
  purchasedFrom: null,
  purchasedBefore: null,
  paidIn: null,
  warrantyEndsFrom: null,
}

/** The rarer filters: shown while they are set, or when one asks for them. */
export function MoreFilters({ filters }: { filters: AssetFilters }) {
  const { set, values, isDeleted, change } = filters
  const [asked, setAsked] = useState<Rare | null>(null)
  const now = useNow()
  const isAdmin = holds(useMe(), 'assets.manage')
  const shown = rare.filter((name) => set[name] !== undefined || name === asked)
  const rest = rare.filter((name) => !shown.includes(name))
  return (
    <>
      {shown.map((name) =>
        name === 'leaseEndsBefore' ? (
          <DayFilter key={name} name={name} filters={filters} />
        ) : name === 'notSeenDays' ? (
          <NotSeen key={name} filters={filters} />
        ) : (
          <FilterField
            key={name}
            field={words[name]}
            values={values(name)}
            options={options[name]}
            onChange={(next) => change({ [name]: next.join(',') })}
            {...(name === asked && { opened: true, onOpenedChange: () => setAsked(null) })}
          />
        ),
      )}
      <OwnFieldFilter filters={filters} />
      {Object.entries(fromLinks).map(([name, value]) =>
        set[name as FilterName] ? (
          <FilterChip
            key={name}
            field={words[name as 'parentAssetId']}
            operator={listWords.is}
            value={value ?? fieldValue(name, set[name as FilterName], {}, now) ?? ''}
            onRemove={() => change({ [name]: null })}
          />
        ) : null,
      )}
      {isDeleted ? (
        <FilterChip
          field={words.deleted}
          operator={listWords.is}
          value={words.isDeleted}
          onRemove={() => change({ deleted: null })}
        />
      ) : null}
      <Menu position="bottom-start" width={200}>
        <Menu.Target>
          <button type="button" className={classes.moreFilters}>
            {words.more}
            <ChevronDown size={12} strokeWidth={2} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {rest.map((name) => (
            <Menu.Item key={name} onClick={() => setAsked(name)}>
              {words[name]}
            </Menu.Item>
          ))}
          {isAdmin && !isDeleted ? (
            <Menu.Item onClick={() => change({ deleted: '1' })}>{words.deleted}</Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function NotSeen({ filters: { set, change } }: { filters: AssetFilters }) {
  const value = set.notSeenDays ?? null
  const [days, setDays] = useState(Number(value ?? 60))
  return (
    <FilterPopover
      field={words.notSeenDays}
      words={value === null ? null : words.notSeen(value)}
      onClear={() => change({ notSeenDays: null })}
    >
      {(close) => (
        <Form
          className={classes.dayForm}
          onSubmit={() => {
            change({ notSeenDays: String(days) })
            close()
          }}
        >
          <NumberInput
            data-autofocus
            label={words.days}
            min={1}
            max={3650}
            value={days}
            onChange={(next) => setDays(Math.max(1, Number(next) || 1))}
          />
          <Button type="submit" size="small" variant="primary">
            {words.set}
          </Button>
        </Form>
      )}
    </FilterPopover>
  )
}
