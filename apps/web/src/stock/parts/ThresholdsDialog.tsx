import { type StockItemWhole, stock } from '@deskhand/contract'
import { NumberInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { PlacePicker } from '../../custody/TargetField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { partProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../Stock.module.css'
import { stockWords as words } from '../words.ts'

const fields = ['minimum', 'reorderPoint', 'maximum'] as const
type Row = { locationId: string; name: string } & Record<(typeof fields)[number], number | string>

/** How many of an item each place should have. */
export function ThresholdsDialog({ item, onClose }: { item: StockItemWhole; onClose: () => void }) {
  const [rows, setRows] = useState<Row[]>(() =>
    item.levels.map(({ locationId, path, minimum, reorderPoint, maximum }) => ({
      locationId,
      name: path.join(' › '),
      minimum: minimum ?? '',
      reorderPoint: reorderPoint ?? '',
      maximum: maximum ?? '',
    })),
  )
  const change = useCommand(stock.change)
  const set = (id: string, part: Partial<Row>) =>
    setRows((was) => was.map((row) => (row.locationId === id ? { ...row, ...part } : row)))
  const numberOf = (value: number | string) => (value === '' ? null : Number(value))

  async function confirm() {
    const thresholds = rows.map(({ locationId, minimum, reorderPoint, maximum }) => ({
      locationId,
      minimum: numberOf(minimum),
      reorderPoint: numberOf(reorderPoint),
      maximum: numberOf(maximum),
    }))
    const saved = await change
      .mutateAsync({ params: { id: item.id }, body: { thresholds }, ifMatch: item.version })
      .catch(() => null)
    if (!saved) return
    toast(words.saved(item.name))
    onClose()
  }

  return (
    <Dialog
      opened
      title={words.thresholdsTitle(item.name)}
      confirmLabel={words.save}
      busy={change.isPending}
      problem={change.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p className={classes.quiet}>{words.thresholdsAbout}</p>
      {rows.map((row, at) => (
        <fieldset key={row.locationId} className={classes.group}>
          <div className={classes.threshold}>
            <legend>{row.name}</legend>
            <span />
            <span />
            <IconButton
              label={words.takePlace(row.name)}
              icon={<Icon of={X} />}
              onPress={() => setRows((was) => was.filter(({ locationId }) => locationId !== row.locationId))}
            />
            {fields.map((field) => (
              <NumberInput
                key={field}
                allowDecimal={false}
                min={0}
                max={1_000_000}
                label={words[field]}
                value={row[field]}
                error={partProblem(change.error, `thresholds/${at}/${field}`) ?? null}
                onChange={(value) => set(row.locationId, { [field]: value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <PlacePicker
        label={words.addPlace}
        value={null}
        onChange={(place) => {
          if (!place || rows.some(({ locationId }) => locationId === place.id)) return
          const empty = { minimum: '', reorderPoint: '', maximum: '' }
          setRows((was) => [...was, { locationId: place.id, name: place.name, ...empty }])
        }}
      />
    </Dialog>
  )
}
