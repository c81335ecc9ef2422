import { type Licence, licences } from '@deskhand/contract'
import { useState } from 'react'
import { call } from '../../call.ts'
import { holds, useMe } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import classes from '../Licences.module.css'
import { licenceWords as words } from '../words.ts'

/** The key, hidden until it is asked for. It is kept in no cache: each look is a call, which the server writes down. */
export function LicenceKey({ licence: { id, hasKey } }: { licence: Pick<Licence, 'id' | 'hasKey'> }) {
  const mayRead = holds(useMe(), 'licences.keys')
  const [key, setKey] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  if (!hasKey) return <span className={classes.muted}>{words.noKey}</span>
  if (!mayRead) return <span className={classes.muted}>{words.mayNotKey}</span>

  async function show() {
    setBusy(true)
    setProblem(null)
    // Where the proof is too old, the dialog asks for it and the call goes on.
    await call(licences.key, { params: { id } }).then((answer) => setKey(answer.key), setProblem)
    setBusy(false)
  }
  return (
    <>
      <span className={classes.key}>
        {key === null ? null : <code>{key}</code>}
        <Button size="small" busy={isBusy} onPress={() => (key === null ? void show() : setKey(null))}>
          {key === null ? words.showKey : words.hideKey}
        </Button>
      </span>
      <ProblemNotice problem={problem} />
    </>
  )
}
