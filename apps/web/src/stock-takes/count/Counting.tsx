import type { StockTakeSheet } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useAddressQuery } from '../../address.ts'
import { useWedge } from '../../scan-sessions/useWedge.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { Page } from '../../ui/Page.tsx'
import { stockTakeWords, countWords as words } from '../words.ts'
import classes from './Count.module.css'
import { CountedList } from './CountedList.tsx'
import type { Kept } from './CountPage.tsx'
import { ToFind } from './ToFind.tsx'
import type { useCounting } from './useCounting.ts'
import { Waiting } from './Waiting.tsx'

const Camera = lazy(() => import('../../scan-sessions/Camera.tsx'))

type CountingProps = {
  id: string
  sheet: StockTakeSheet
  counting: ReturnType<typeof useCounting>
  kept: Kept
  personId: string
}

/** Where one is, what one scans, what is still to be found there. */
export function Counting({ id, sheet, counting, kept, personId }: CountingProps) {
  const { query, change } = useAddressQuery()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isFilming, setFilming] = useState(false)
  const { places, items, isBlind } = sheet
  const inAddress = query.get('place')
  const place = places.find((one) => one.id === inAddress) ?? (places.length === 1 ? places[0] : undefined)
  const placeId = place?.id ?? null
  const { add, lines, waiting } = counting
  const isOpen = sheet.state === 'ACTIVE' || sheet.state === 'REVIEW'
  const onCode = useCallback(
    (code: string) => {
      if (!isOpen) return
      // Where nothing is at any place, there is none to choose.
      if (!placeId && places.length > 0) return setFault(words.firstPlace)
      setFault(null)
      void add(code, placeId)
    },
    [add, placeId, places.length, isOpen],
  )
  useWedge(onCode)

  const codes = new Set([...lines.map(({ scan }) => scan.code), ...waiting.map(({ code }) => code)])
  const isCounted = (item: StockTakeSheet['items'][number]) =>
    item.isCounted ||
    codes.has(item.assetTag.toUpperCase()) ||
    (item.serialNumber !== null && codes.has(item.serialNumber.toUpperCase()))
  const counted = items.filter(isCounted).length
  const progress = isBlind ? words.counted(sheet.counted + codes.size) : words.progress(counted, items.length)
  return (
    <Page
      title={sheet.name}
      about={
        <a href={`/stock-takes/${id}`} className={classes.back}>
          {words.back}
        </a>
      }
    >
      <div className={classes.page}>
        {isOpen ? null : (
          <p role="status">
            {words.over}. {words.overAbout}
          </p>
        )}
        <div role="status" aria-label={progress}>
          <p className={classes.progress}>{progress}</p>
          {isBlind || items.length === 0 ? null : (
            <Meter label={progress} value={counted} max={items.length} />
          )}
        </div>
        <Waiting waiting={waiting} kept={kept} personId={personId} onDrop={counting.drop} />
        {places.length > 0 ? (
          <Select
            searchable
            label={words.place}
            description={words.placeHelp}
            placeholder={words.noPlace}
            data={places.map((one) => ({ value: one.id, label: one.path.join(' › ') }))}
            value={placeId}
            error={fault}
            onChange={(next) => {
              change({ place: next })
              setFault(null)
            }}
          />
        ) : null}
        <Form
          className={classes.code}
          onSubmit={() => {
            if (text.trim() === '') return
            onCode(text)
            setText('')
          }}
        >
          <TextInput
            label={words.field}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="primary">
            {words.add}
          </Button>
        </Form>
        <Button fullWidth onPress={() => setFilming(!isFilming)}>
          {isFilming ? words.stop : words.camera}
        </Button>
        {isFilming ? (
          <Suspense fallback={null}>
            <Camera onCode={onCode} />
          </Suspense>
        ) : null}
        <CountedList lines={lines} sheet={sheet} onTell={counting.tell} />
        {isBlind ? null : (
          <ToFind
            items={items.filter(
              (item) => !isCounted(item) && (places.length === 0 || item.locationId === placeId),
            )}
            isEverywhere={placeId === null && places.length > 0}
          />
        )}
        <p className={classes.quiet}>{stockTakeWords.states[sheet.state]}</p>
      </div>
    </Page>
  )
}
