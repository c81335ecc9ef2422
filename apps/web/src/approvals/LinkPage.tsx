import { type ApprovalLink, approvals, type Decision } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Entrance } from '../identity/parts/Entrance.tsx'
import { tokenInAddress } from '../identity/parts/tokenInAddress.ts'
import { LeaveDecision } from '../leave/LeaveDecision.tsx'
import { Button } from '../ui/Button.tsx'
import { daysInText } from '../ui/daysInText.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { AnswersBeside } from './AnswersBeside.tsx'
import classes from './Approvals.module.css'
import { Due } from './Due.tsx'
import { besideLeave, Facts } from './Facts.tsx'
import { approvalWords as words } from './words.ts'

/** Where the link of a mail leads. Only its buttons decide, so that scanners which open links cannot. */
export default function LinkPage() {
  const [token] = useState(tokenInAddress)
  const link = useRead(
    approvals.seeLink,
    { params: { token: token ?? '' } },
    { enabled: token !== null, staleTime: Number.POSITIVE_INFINITY },
  )
  if (!token || link.error) {
    return (
      <Entrance title={words.link.missing} about={words.link.missingAbout}>
        <a href="/approvals">{words.link.toHome}</a>
      </Entrance>
    )
  }
  return link.data ? <Opened token={token} link={link.data} /> : null
}

function Opened({ token, link }: { token: string; link: ApprovalLink }) {
  const decide = useCommand(approvals.decideByLink)
  const { about, personName, sentence, state, approvalId } = decide.data ?? link
  if (state !== 'OPEN' || !about) {
    const over = decide.data ? words.link.done : words.link.over
    return (
      <Entrance title={state === 'SIGN_IN' ? words.link.signIn : over} about={sentence}>
        <a href={approvalId ? `/approvals/${approvalId}` : '/approvals'}>
          {state === 'SIGN_IN' ? words.link.signIn : words.link.toHome}
        </a>
      </Entrance>
    )
  }
  const first = personName.split(' ')[0] ?? personName
  return (
    <Entrance
      title={words.link.title(first)}
      about={`${about.requester.name}: ${daysInText(about.summary)} (${about.referenceNumber})`}
      foot={words.link.notYou}
    >
      <Facts {...besideLeave(about)} />
      {about.leave ? <LeaveDecision leave={about.leave} /> : <AnswersBeside of={about.answers} />}
      <Due {...about} />
      <Answer
        busy={decide.isPending}
        onSay={(decision, comment) =>
          decide.mutate({ params: { token }, body: { decision, ...(comment ? { comment } : {}) } })
        }
      />
      <ProblemNotice problem={decide.error} />
    </Entrance>
  )
}

function Answer({ busy, onSay }: { busy: boolean; onSay: (decision: Decision, comment: string) => void }) {
  const [comment, setComment] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const text = comment.trim()
  const say = (decision: Decision, fault: string | null) => {
    setMissing(fault && text === '' ? fault : null)
    if (!fault || text !== '') onSay(decision, text)
  }
  return (
    <>
      <Textarea
        label={words.comment}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={comment}
        error={missing}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Button variant="primary" fullWidth busy={busy} onPress={() => say('APPROVED', null)}>
        {words.approve}
      </Button>
      <div className={classes.actions}>
        <Button busy={busy} onPress={() => say('REJECTED', words.missing.reason)}>
          {words.decline}
        </Button>
        <Button variant="quiet" busy={busy} onPress={() => say('INFO_REQUESTED', words.missing.question)}>
          {words.ask}
        </Button>
      </div>
    </>
  )
}
