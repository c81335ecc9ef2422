import { type Webhook, webhooks } from '@deskhand/contract'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { toast } from '../ui/toast.tsx'
import { Deliveries } from './parts/Deliveries.tsx'
import { SecretDialog } from './parts/SecretDialog.tsx'
import { standingOf } from './parts/standingOf.ts'
import { WebhookDialog } from './parts/WebhookDialog.tsx'
import classes from './Webhooks.module.css'
import { conversationWords, webhookWords as words } from './words.ts'

/** One webhook: where it leads, how it fares, what was sent. */
export default function WebhookPage() {
  const me = useMe()
  const { id = '' } = useParams({ strict: false })
  if (!holds(me, 'company.manage')) return <RefusedPage>{words.refused}</RefusedPage>
  return (
    <>
      <CompanyNav current="webhooks" />
      <One key={id} id={id} />
    </>
  )
}

function One({ id }: { id: string }) {
  const { data, error, refetch } = useRead(webhooks.get, { params: { id } }, { refetchInterval: 20_000 })
  return (
    <Page title={data?.name ?? words.title} width="wide" actions={data ? <Acts webhook={data} /> : null}>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <About webhook={data} />
          <Deliveries webhook={data} />
        </>
      ) : error ? null : (
        <SkeletonRows rows={6} />
      )}
    </Page>
  )
}

function About({ webhook }: { webhook: Webhook }) {
  const { url, conversation, stoppedReason, failingSince, failures, lastSentAt, oldSecretUntil, usedBy } =
    webhook
  const { word, isBad } = standingOf(webhook)
  return (
    <PropertyList
      properties={[
        { label: words.state, value: <span className={isBad ? classes.bad : undefined}>{word}</span> },
        { label: words.why, value: stoppedReason },
        { label: words.url, value: <span className={classes.address}>{url}</span> },
        { label: words.conversation, value: conversationWords[conversation] },
        {
          label: words.calls,
          value: usedBy.length > 0 ? <RuleLinks rules={usedBy} /> : words.usedBy([]),
        },
        {
          label: words.failingSince,
          value: failingSince ? (
            <>
              <TimeText at={failingSince} form="stamp" /> · {words.failures(failures)}
            </>
          ) : null,
        },
        {
          label: words.lastSent,
          value: lastSentAt ? <TimeText at={lastSentAt} form="stamp" /> : words.never,
        },
        {
          label: words.oldSecret,
          value: oldSecretUntil ? <TimeText at={oldSecretUntil} form="stamp" /> : null,
        },
      ]}
    />
  )
}

const RuleLinks = ({ rules }: { rules: Webhook['usedBy'] }) => (
  <ul className={classes.rules}>
    {rules.map(({ id, name }) => (
      <li key={id}>
        <a href={`/company/rules/${id}`}>{name}</a>
      </li>
    ))}
  </ul>
)

function Acts({ webhook }: { webhook: Webhook }) {
  const { id, name, version, isActive, usedBy } = webhook
  const router = useRouter()
  const [opened, setOpened] = useState<'change' | 'rotate' | 'remove' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const close = () => setOpened(null)
  const test = useCommand(webhooks.test, { onSuccess: () => toast(words.tested) })
  const rotate = useCommand(webhooks.rotate, {
    onSuccess: (made) => {
      close()
      setSecret(made.secret)
    },
  })
  const remove = useCommand(webhooks.remove, {
    onSuccess: () => {
      toast(words.removed(name))
      router.history.push('/company/webhooks')
    },
  })
  return (
    <>
      <Button
        busy={test.isPending}
        disabledReason={isActive ? null : words.isOff}
        onPress={() => test.mutate({ params: { id } })}
      >
        {words.test}
      </Button>
      <Button onPress={() => setOpened('rotate')}>{words.rotate}</Button>
      <Button disabledReason={usedBy.length > 0 ? words.inUse : null} onPress={() => setOpened('remove')}>
        {words.remove}
      </Button>
      <Button variant="primary" label={words.changeNamed(name)} onPress={() => setOpened('change')}>
        {words.change}
      </Button>
      {opened === 'change' ? <WebhookDialog webhook={webhook} onClose={close} /> : null}
      <ConfirmDialog
        opened={opened === 'rotate'}
        onClose={close}
        title={words.rotateTitle}
        consequence={words.rotateAbout}
        confirmLabel={words.rotate}
        tone="primary"
        busy={rotate.isPending}
        problem={rotate.error}
        onConfirm={() => rotate.mutate({ params: { id } })}
      />
      <ConfirmDialog
        opened={opened === 'remove'}
        onClose={close}
        title={words.removeTitle(name)}
        consequence={words.removeAbout}
        confirmLabel={words.remove}
        busy={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate({ params: { id }, ifMatch: version })}
      />
      {secret ? <SecretDialog name={name} secret={secret} onClose={() => setSecret(null)} /> : null}
    </>
  )
}
