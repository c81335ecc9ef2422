import { notifications } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Entrance } from '../identity/parts/Entrance.tsx'
import { tokenInAddress } from '../identity/parts/tokenInAddress.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { unsubscribeWords as words } from './words.ts'

/** Where the link in the header of a mail leads whoever opens it by hand. Only the button changes something. */
export default function UnsubscribePage() {
  const [token] = useState(tokenInAddress)
  const stop = useCommand(notifications.unsubscribe)
  if (!token || problemOf(stop.error)?.status === 404) {
    return (
      <Entrance title={words.missing} about={words.missingAbout}>
        {null}
      </Entrance>
    )
  }
  if (stop.data) {
    return (
      <Entrance title={words.done} about={words.doneAbout(stop.data.label)}>
        <a href="/profile">{words.choose}</a>
      </Entrance>
    )
  }
  return (
    <Entrance title={words.title} about={words.about}>
      <Button
        variant="primary"
        fullWidth
        busy={stop.isPending}
        onPress={() => stop.mutate({ params: { token }, body: {} })}
      >
        {words.confirm}
      </Button>
      <ProblemNotice problem={stop.error} />
    </Entrance>
  )
}
