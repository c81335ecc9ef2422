import { participants } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Entrance } from '../identity/parts/Entrance.tsx'
import { tokenInAddress } from '../identity/parts/tokenInAddress.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { leaveWords as words } from './words.ts'

/** Where the link of a mail leads. Only the button leaves, so that scanners which open links cannot. */
export default function LeavePage() {
  const [token] = useState(tokenInAddress)
  const about = useRead(
    participants.invitation,
    { params: { token: token ?? '' } },
    { enabled: token !== null },
  )
  const leave = useCommand(participants.leave)
  const { data } = about
  if (!token || about.error)
    return (
      <Entrance title={words.missing} about={words.missingAbout}>
        {null}
      </Entrance>
    )
  if (!data) return null
  const { email, referenceNumber, summary, companyName } = data
  if (data.hasLeft || leave.isSuccess) {
    return (
      <Entrance title={words.left} about={words.leftAbout(referenceNumber)}>
        {null}
      </Entrance>
    )
  }
  return (
    <Entrance title={words.title} about={words.about(email, referenceNumber, summary, companyName)}>
      <Button
        variant="primary"
        fullWidth
        busy={leave.isPending}
        onPress={() => leave.mutate({ params: { token }, body: {} })}
      >
        {words.confirm}
      </Button>
      <ProblemNotice problem={leave.error} />
    </Entrance>
  )
}
