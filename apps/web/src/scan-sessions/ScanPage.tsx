import { SegmentedControl, TextInput } from '@mantine/core'
import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { Batch, type BatchHandle } from './Batch.tsx'
import { LookUp } from './LookUp.tsx'
import classes from './Scan.module.css'
import { useWedge } from './useWedge.ts'
import { scanWords as words } from './words.ts'

const Camera = lazy(() => import('./Camera.tsx'))
const modes = ['LOOK_UP', 'CHECK_OUT', 'CHECK_IN', 'MOVE'] as const

/** Labels read by a hand scanner, a camera or typed: one looked up, or many handed over in one deed. */
export default function ScanPage() {
  return holds(useMe(), 'assets.work') ? <Scanner /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Scanner() {
  const { query, change } = useAddressQuery()
  const mode = modes.find((one) => one === query.get('mode')) ?? 'LOOK_UP'
  const [text, setText] = useState('')
  const [isFilming, setFilming] = useState(false)
  const batch = useRef<BatchHandle>(null)
  const onCode = useCallback(
    (read: string) => {
      const code = read.trim()
      if (code === '') return
      if (mode === 'LOOK_UP') change({ code })
      else batch.current?.add(code)
    },
    [mode, change],
  )
  useWedge(onCode)
  const field = useRef<HTMLInputElement>(null)
  const about = useId()
  useEffect(() => field.current?.focus(), [])

  return (
    <Page title={words.title}>
      <div className={classes.page}>
        <SegmentedControl
          fullWidth
          aria-label={words.modeLabel}
          data={modes.map((value) => ({ value, label: words.modes[value] }))}
          value={mode}
          onChange={(next) => change({ mode: next === 'LOOK_UP' ? null : next, code: null })}
        />
        <Form
          className={classes.code}
          onSubmit={() => {
            onCode(text)
            setText('')
          }}
        >
          <TextInput
            ref={field}
            label={words.field}
            aria-describedby={about}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{mode === 'LOOK_UP' ? words.find : words.add}</Button>
        </Form>
        <p id={about} className={classes.quiet}>
          {words.fieldAbout}
        </p>
        <div>
          <Button onPress={() => setFilming(!isFilming)}>{isFilming ? words.stop : words.camera}</Button>
        </div>
        {isFilming ? (
          <Suspense fallback={null}>
            <Camera onCode={onCode} />
          </Suspense>
        ) : null}
        {mode === 'LOOK_UP' ? (
          <LookUp code={query.get('code') ?? ''} />
        ) : (
          <Batch key={mode} mode={mode} ref={batch} />
        )}
      </div>
    </Page>
  )
}
