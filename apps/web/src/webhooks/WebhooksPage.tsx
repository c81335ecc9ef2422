import { type Webhook, webhooks } from '@deskhand/contract'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import classes from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { SecretDialog } from './parts/SecretDialog.tsx'
import { standingOf } from './parts/standingOf.ts'
import { WebhookDialog } from './parts/WebhookDialog.tsx'
import { webhookWords as words } from './words.ts'

/** The addresses outside that rules call. */
export default function WebhooksPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null)
  const add = (
    <Button variant="primary" onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  return (
    <>
      <CompanyNav current="webhooks" />
      <Page title={words.title} about={words.about} width="wide" actions={add}>
        <WebhookList />
      </Page>
      {isAdding ? <WebhookDialog webhook={null} onClose={() => setAdding(false)} onMade={setMade} /> : null}
      {made ? <SecretDialog {...made} onClose={() => setMade(null)} /> : null}
    </>
  )
}

function WebhookList() {
  const { data, error, refetch } = useRead(webhooks.list, {}, { refetchInterval: 20_000 })
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} lines={2} />
  if (data.data.length === 0) {
    return (
      <EmptyState shape="list" title={words.empty}>
        {words.emptyAbout}
      </EmptyState>
    )
  }
  return (
    <ul className={classes.rows} aria-label={words.title}>
      {data.data.map((webhook) => (
        <WebhookRow key={webhook.id} webhook={webhook} />
      ))}
    </ul>
  )
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { id, name, url, usedBy, waiting } = webhook
  const about = [
    standingOf(webhook).word,
    words.usedBy(usedBy.map((one) => one.name)),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
  ]
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>
          <a href={`/company/webhooks/${id}`}>{name}</a>
        </p>
        <p className={classes.about}>{url}</p>
        <p className={classes.about}>{about.join(' · ')}</p>
      </div>
    </li>
  )
}
