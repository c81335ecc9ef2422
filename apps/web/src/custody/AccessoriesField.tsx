import { type StockAlong, stock } from '@deskhand/contract'
import { NumberInput, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { X } from 'lucide-react'
import { useState } from 'react'
import { usePages, useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import classes from './Custody.module.css'
import { custodyWords as words } from './words.ts'

/** So many of an item of stock. */
export type Counted = { id: string; name: string; quantity: number }
/** A list of them as bodies have it. */
export const countedBody = (list: readonly Counted[]) =>
  list.map(({ id, quantity }) => ({ stockItemId: id, quantity }))

type Props = { thingId: string; value: readonly Counted[]; onChange: (next: Counted[]) => void }

/** What goes along with a thing: what fits it is offered first, anything else in stock is found by its name. */
export function AccessoriesField({ thingId, value, onChange }: Props) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const fits = useRead(stock.ofAsset, { params: { id: thingId } }).data?.fits ?? []
  const found = usePages(
    stock.list,
    { query: { limit: 20, ...(asked && { text: asked }) } },
    { keepPrevious: true },
  )
  const likely = asked ? [] : fits
  const offered = [...likely, ...found.items.filter(({ id }) => !likely.some((one) => one.id === id))].filter(
    ({ id, inStock }) => inStock > 0 && !value.some((one) => one.id === id),
  )
  return (
    <div className={classes.fields}>
      <Select
        searchable
        label={words.accessories}
        description={words.accessoriesAbout}
        placeholder={words.findAccessory}
        nothingFoundMessage={found.isPending ? null : words.noAccessory}
        data={offered.map(({ id, name, inStock }) => ({ value: id, label: `${name} (${inStock})` }))}
        filter={({ options }) => options}
        value={null}
        searchValue={text}
        onSearchChange={setText}
        onChange={(id) => {
          const item = offered.find((one) => one.id === id)
          if (item) onChange([...value, { id: item.id, name: item.name, quantity: 1 }])
          setText('')
        }}
      />
      {value.map(({ id, name, quantity }) => (
        <div key={id} className={classes.counted}>
          <NumberInput
            label={words.howMany(name)}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={quantity}
            onChange={(next) =>
              onChange(
                value.map((one) =>
                  one.id === id ? { ...one, quantity: Math.max(1, Number(next) || 1) } : one,
                ),
              )
            }
          />
          <IconButton
            label={words.without(name)}
            icon={<Icon of={X} />}
            onPress={() => onChange(value.filter((one) => one.id !== id))}
          />
        </div>
      ))}
    </div>
  )
}

/** How many of each item came back, where it is not all of it. */
export type Came = Readonly<Record<string, number>>
type Along = Pick<StockAlong, 'itemId' | 'name' | 'quantity'>

/** What comes back with a thing as bodies have it; all that went along where nothing else is said. */
export function returnedBody(along: readonly Along[], came: Came) {
  const returnedAccessories = along
    .map(({ itemId, quantity }) => ({ stockItemId: itemId, quantity: came[itemId] ?? quantity }))
    .filter(({ quantity }) => quantity > 0)
  return returnedAccessories.length > 0 ? { returnedAccessories } : {}
}

type AlongFieldProps = {
  legend: string
  along: readonly Along[]
  came: Came
  onChange: (next: Came) => void
}

/** Asks how many came back of each of what went along. */
export function AlongField({ legend, along, came, onChange }: AlongFieldProps) {
  if (along.length === 0) return null
  return (
    <fieldset className={classes.along}>
      <legend>{legend}</legend>
      {along.map(({ itemId, name, quantity }) => (
        <NumberInput
          key={itemId}
          label={name}
          description={words.wentAlong(quantity)}
          min={0}
          max={quantity}
          allowDecimal={false}
          value={came[itemId] ?? quantity}
          onChange={(next) =>
            onChange({ ...came, [itemId]: Math.min(quantity, Math.max(0, Number(next) || 0)) })
          }
        />
      ))}
    </fieldset>
  )
}

/** What went along with a thing and is still with its holder. */
export function useAlong({ id, personId }: { id: string; personId: string | null }) {
  const along = useRead(stock.ofAsset, { params: { id } }, { enabled: id !== '' }).data?.along ?? []
  const theirs = along.filter((one) => one.personId === personId)
  const [came, setCame] = useState<Came>({})
  return {
    field: <AlongField legend={words.cameBack} along={theirs} came={came} onChange={setCame} />,
    said: returnedBody(theirs, came),
  }
}
