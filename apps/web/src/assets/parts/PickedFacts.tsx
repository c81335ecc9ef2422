import { assetCatalogue, locations } from '@deskhand/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { fieldName } from '../fieldText.ts'
import { thingWords } from '../thingWords.ts'
import { ChoiceFact, StillFact } from './FactField.tsx'
import type { FactsProps } from './Facts.tsx'

/** The model, of those of the company. */
export function ModelFact({ asset, change }: FactsProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const { data } = useRead(
    assetCatalogue.models,
    { query: { ...(asked && { q: asked }), isActive: 'true', limit: 20 } },
    { enabled: change !== null, keepPrevious: true, staleTime: 60_000 },
  )
  const all = data?.data ?? []
  return (
    <ChoiceFact
      asset={asset}
      change={change}
      field="modelId"
      words={asset.modelName}
      options={all.map(({ id, name, manufacturerName }) => ({
        value: id,
        label: name,
        ...(manufacturerName && { about: manufacturerName }),
      }))}
      onSearch={setText}
      also={(id) => ({ modelName: all.find((one) => one.id === id)?.name ?? null })}
    />
  )
}

/** Where it is kept: corrected here while nobody has it, otherwise it moves by hand-overs. */
export function PlaceFact({ asset, change }: FactsProps) {
  const { status, locationPath, personId, parentAssetId } = asset
  const isKept = status === 'IN_STOCK' && !personId && !parentAssetId
  const { data } = useRead(locations.list, {}, { enabled: change !== null && isKept, staleTime: 300_000 })
  const all = data?.data ?? []
  const path = locationPath.length > 0 ? locationPath.join(' › ') : null
  if (!isKept) return <StillFact label={fieldName('locationId')}>{path ?? thingWords.empty}</StillFact>
  return (
    <ChoiceFact
      asset={asset}
      change={change}
      field="locationId"
      words={path}
      options={all.map((place) => ({ value: place.id, label: place.path.join(' › ') }))}
      also={(id) => {
        const place = all.find((one) => one.id === id)
        return { locationName: place?.name ?? null, locationPath: place?.path ?? [] }
      }}
    />
  )
}
