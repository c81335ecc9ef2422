import { type WebhookDelivery, webhooks } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Webhooks.module.css'
import { deliveryWords, webhookWords as words } from '../words.ts'
import { DeliveryState } from './DeliveryState.tsx'

type DeliveryRowProps = { webhookId: string; delivery: WebhookDelivery; isActive: boolean }

/** One delivery; opened, what was sent and what was answered. */
export function DeliveryRow({ webhookId, delivery, isActive }: DeliveryRowProps) {
  const [isOpen, setOpen] = useState(false)
  const { id, state, referenceNumber, ruleName, status, error, createdAt } = delivery
  const replay = useCommand(webhooks.replay, { onSuccess: () => toast(words.replayed) })
  const what = [referenceNumber ?? words.aTest, ruleName].filter(Boolean).join(' · ')
  const came = [deliveryWords[state], status, error].filter(Boolean).join(' · ')
  return (
    <li className={classes.delivery}>
      <div className={classes.line}>
        <DeliveryState state={state} decorative />
        <button
          type="button"
          className={classes.opener}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span>{what}</span>
          <span className={classes.about}>{came}</span>
        </button>
        <TimeText at={createdAt} form="stamp" />
        {state === 'WAITING' ? null : (
          <Button
            size="small"
            busy={replay.isPending}
            label={words.replayNamed(what)}
            disabledReason={isActive ? null : words.isOff}
            onPress={() => replay.mutate({ params: { id: webhookId, deliveryId: id } })}
          >
            {words.replay}
          </Button>
        )}
      </div>
      <ProblemNotice problem={replay.error} />
      {isOpen ? <Details webhookId={webhookId} delivery={delivery} /> : null}
    </li>
  )
}

function Details({ webhookId, delivery }: Omit<DeliveryRowProps, 'isActive'>) {
  const { id, type, referenceNumber, ruleName, attempts, answer, error, triedAt, sentAt } = delivery
  const whole = useRead(webhooks.delivery, { params: { id: webhookId, deliveryId: id } })
  return (
    <div className={classes.details}>
      <PropertyList
        properties={[
          { label: words.type, value: type },
          {
            label: words.request,
            value: referenceNumber ? <a href={`/r/${referenceNumber}`}>{referenceNumber}</a> : null,
          },
          { label: words.rule, value: ruleName },
          { label: words.tries, value: String(attempts) },
          { label: words.triedAt, value: triedAt ? <TimeText at={triedAt} form="stamp" /> : null },
          { label: words.sentAt, value: sentAt ? <TimeText at={sentAt} form="stamp" /> : null },
          { label: words.error, value: error },
          { label: words.answered, value: answer ? <pre className={classes.code}>{answer}</pre> : null },
          { label: words.id, value: <code>{id}</code> },
          {
            label: words.body,
            value: whole.data ? <pre className={classes.code}>{indented(whole.data.body)}</pre> : null,
          },
        ]}
      />
      <ProblemNotice problem={whole.error} onRetry={() => void whole.refetch()} />
    </div>
  )
}

/** As people read it; what is sent has no spaces. */
const indented = (body: string) => JSON.stringify(JSON.parse(body), null, 2)
