import { type Location, locations } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { QrCode } from 'lucide-react'
import { lazy, useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { useCommand, useRead } from '../api.ts'
import { CatalogueRow } from '../asset-catalogue/parts/CatalogueRow.tsx'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import classes from '../desks/Desks.module.css'
import { labelWords } from '../labels/words.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Opening } from '../ui/Opening.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { LocationDialog } from './LocationDialog.tsx'
import { treeLines } from './treeLines.ts'
import { locationWords as words } from './words.ts'

const LabelsDialog = lazy(() => import('../labels/LabelsDialog.tsx'))

/** The company's tree of places. */
export default function LocationsPage() {
  const me = useMe()
  return holds(me, 'assets.manage') ? <Tree /> : <RefusedPage>{words.refused}</RefusedPage>
}

type Opened = { place: Location | null; within: Location | null }

function Tree() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [labelled, setLabelled] = useState<readonly Location[]>([])
  const { query, change } = useAddressQuery()
  const withRetired = query.get('retired') === 'true'
  const filters = withRetired ? { withRetired: 'true' } : {}
  const { data, error, refetch } = useRead(locations.list, { query: filters }, { keepPrevious: true })
  const places = data?.data ?? []
  return (
    <>
      <CompanyNav current="locations" />
      <Page
        title={words.title}
        about={words.about}
        width="wide"
        actions={
          <>
            <ExportLink route={locations.list} query={filters} />
            {places.length > 0 ? (
              <Button onPress={() => setLabelled(printed(places))}>{labelWords.labels}</Button>
            ) : null}
            <Button variant="primary" onPress={() => setOpened({ place: null, within: null })}>
              {words.add}
            </Button>
          </>
        }
      >
        <Checkbox
          label={words.withRetired}
          checked={withRetired}
          onChange={(event) => change({ retired: event.currentTarget.checked ? 'true' : null })}
        />
        {error ? (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={8} lines={2} />
        ) : places.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          <ul className={classes.rows} aria-label={words.title}>
            {treeLines(places).map(({ place, depth }) => (
              <PlaceRow
                key={place.id}
                place={place}
                depth={depth}
                isEmpty={!places.some(({ parentId }) => parentId === place.id)}
                onLabel={() => setLabelled(printed(places, place))}
                onEdit={() => setOpened({ place, within: null })}
                onAdd={() => setOpened({ place: null, within: place })}
              />
            ))}
          </ul>
        )}
      </Page>
      {opened ? <LocationDialog {...opened} places={places} onClose={() => setOpened(null)} /> : null}
      {labelled.length > 0 ? (
        <Opening>
          <LabelsDialog of="places" rows={labelled} onClose={() => setLabelled([])} />
        </Opening>
      ) : null}
    </>
  )
}

/** So many fit into one file of labels. */
const most = 500

/** The places whose labels are printed: one with all that lies in it, or all that are in use. */
function printed(places: readonly Location[], within?: Location): Location[] {
  const above = new Set(within ? [within.id] : [])
  const wanted = treeLines(places).filter(({ place: { id, parentId, isActive } }) => {
    const isWithin = !within || above.has(id) || (parentId !== null && above.has(parentId))
    if (isWithin) above.add(id)
    return isWithin && isActive
  })
  return wanted.slice(0, most).map(({ place }) => place)
}

type PlaceRowProps = {
  place: Location
  depth: number
  isEmpty: boolean
  onLabel: () => void
  onEdit: () => void
  onAdd: () => void
}

function PlaceRow({ place, depth, isEmpty, onLabel, onEdit, onAdd }: PlaceRowProps) {
  const { id, kind, name, isActive, version } = place
  const change = useCommand(locations.change)
  const remove = useCommand(locations.remove)
  const params = { id }
  return (
    <CatalogueRow
      name={name}
      depth={depth}
      isActive={isActive}
      about={[
        words.kinds[kind],
        place.address,
        place.isStore ? words.store : null,
        isActive ? null : words.retired,
      ]}
      onEdit={onEdit}
      more={
        isActive ? (
          <>
            <a
              className={classes.code}
              href={`/api/v1/locations/${id}/qr`}
              download
              aria-label={words.codeNamed(name)}
            >
              <Icon of={QrCode} /> {words.code}
            </a>
            <Button
              size="small"
              onPress={onLabel}
              label={isEmpty ? words.labelNamed(name) : words.labelsNamed(name)}
            >
              {isEmpty ? labelWords.label : labelWords.labels}
            </Button>
            {kind === 'SHELF' ? null : (
              <Button size="small" onPress={onAdd} label={words.addInNamed(name)}>
                {words.addIn}
              </Button>
            )}
          </>
        ) : null
      }
      toggle={{
        ...change,
        mutateAsync: () => change.mutateAsync({ params, body: { isActive: !isActive }, ifMatch: version }),
      }}
      removal={
        isEmpty ? { ...remove, mutateAsync: () => remove.mutateAsync({ params, ifMatch: version }) } : null
      }
    />
  )
}
