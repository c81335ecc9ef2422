import { stock } from '@deskhand/contract'
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

/** What went along with a thing and is still with its holder: all of it comes back where nothing else is said. */
export function useAlong({ id, personId }: { id: string; personId: string | null }) {
  const along = useRead(stock.ofAsset, { params: { id } }).data?.along ?? []
  const theirs = along.filter((one) => one.personId === personId)
  const [said, setSaid] = useState<Record<string, number>>({})
  const cameOf = ({ itemId, quantity }: (typeof theirs)[number]) => said[itemId] ?? quantity
  const returned = theirs
    .map((one) => ({ stockItemId: one.itemId, quantity: cameOf(one) }))
    .filter(({ quantity }) => quantity > 0)
  const field =
    theirs.length === 0 ? null : (
      <fieldset className={classes.along}>
        <legend>{words.cameBack}</legend>
        {theirs.map((one) => (
          <NumberInput
            key={one.itemId}
            label={one.name}
            description={words.wentAlong(one.quantity)}
            min={0}
            max={one.quantity}
            allowDecimal={false}
            value={cameOf(one)}
            onChange={(next) =>
              setSaid({ ...said, [one.itemId]: Math.min(one.quantity, Math.max(0, Number(next) || 0)) })
            }
          />
        ))}
      </fieldset>
    )
  return { field, said: returned.length > 0 ? { returnedAccessories: returned } : {} }
}
