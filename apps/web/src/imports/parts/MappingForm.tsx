import { type Import, importFieldsOf, importReferences, imports } from '@deskhand/contract'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import classes from '../Imports.module.css'
import { importWords as words } from '../words.ts'

/** Which column is what, with what stands in each; then all rows are checked. */
export function MappingForm({ list, onChecked }: { list: Import; onChecked: () => void }) {
  const [mapping, setMapping] = useState(list.mapping)
  const [dayOrder, setDayOrder] = useState(list.dayOrder)
  const [currency, setCurrency] = useState(list.currency)
  const [existing, setExisting] = useState(list.existing)
  const [makesMissing, setMakesMissing] = useState(list.makesMissing)
  const set = useCommand(imports.setMapping)
  const check = useCommand(imports.dryRun)
  const fields = importFieldsOf(list.resource)
  const holds = (kind: string) => mapping.some((field) => field !== null && fields[field]?.kind.is === kind)
  const namesOthers = Object.values(fields).some(
    ({ kind }) => kind.is === 'name' && importReferences[kind.of].canMake,
  )
  const run = async () => {
    const params = { id: list.id }
    const body = { mapping, dayOrder, currency, existing, makesMissing }
    await set.mutateAsync({ params, body, ifMatch: list.version })
    await check.mutateAsync({ params })
    onChecked()
  }
  const problem = set.error ?? check.error
  return (
    <Form problem={problem} onSubmit={() => void run().catch(() => undefined)}>
      <div className={classes.part}>
        <h2>{words.columnsTitle}</h2>
        <p className={classes.about}>{words.columnsAbout}</p>
        <ul className={classes.columns} aria-label={words.columnsTitle}>
          {list.columns.map(({ header, samples, warning }, at) => (
            // Two columns may be called the same; their places never change.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what names a column
            <li key={at} className={classes.column}>
              <div>
                <p className={classes.name}>{header}</p>
                {warning ? <p className={classes.about}>{warning}</p> : null}
              </div>
              <p className={classes.about}>{samples.join(' · ') || words.noSamples}</p>
              <NativeSelect
                aria-label={words.fieldOf(header)}
                data={[
                  { value: '', label: words.leaveOut },
                  ...Object.entries(fields).map(([value, { label }]) => ({ value, label })),
                ]}
                value={mapping[at] ?? ''}
                onChange={(event) => {
                  const field = event.currentTarget.value || null
                  // A field is one column: the other gives it up.
                  setMapping(mapping.map((one, place) => (place === at ? field : one === field ? null : one)))
                }}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.settings}>
        {holds('day') ? (
          <NativeSelect
            label={words.dayOrder}
            data={[
              { value: 'DMY', label: words.dayOrders.DMY },
              { value: 'MDY', label: words.dayOrders.MDY },
            ]}
            value={dayOrder}
            onChange={(event) => setDayOrder(event.currentTarget.value === 'MDY' ? 'MDY' : 'DMY')}
          />
        ) : null}
        {holds('money') ? (
          <TextInput
            label={words.currency}
            maxLength={3}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          />
        ) : null}
        <NativeSelect
          label={words.existing}
          data={[
            { value: 'UPDATE', label: words.existings.UPDATE },
            { value: 'SKIP', label: words.existings.SKIP },
          ]}
          value={existing}
          onChange={(event) => setExisting(event.currentTarget.value === 'SKIP' ? 'SKIP' : 'UPDATE')}
        />
        {namesOthers ? (
          <Checkbox
            label={words.makesMissing}
            description={words.makesMissingHelp}
            checked={makesMissing}
            onChange={(event) => setMakesMissing(event.currentTarget.checked)}
          />
        ) : null}
      </div>
      <ProblemNotice problem={problem} />
      <div className={classes.buttons}>
        <Button variant="primary" type="submit" busy={set.isPending || check.isPending}>
          {words.check}
        </Button>
      </div>
    </Form>
  )
}
