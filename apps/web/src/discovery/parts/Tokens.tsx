import { discovery, type EnrollmentToken } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import rows from '../../desks/Desks.module.css'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { copyText } from '../../ui/copyText.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import { commandLines } from '../commandLines.ts'
import classes from '../Discovery.module.css'
import { discoveryWords as words } from '../words.ts'

/** The addresses that agents post to. */
export function Tokens() {
  const { data, error, refetch } = useRead(discovery.tokens, {})
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<{ name: string; url: string } | null>(null)
  return (
    <section className={classes.section} aria-label={words.tokens}>
      <div className={classes.head}>
        <div>
          <h2>{words.tokens}</h2>
          <p className={classes.about}>{words.tokensAbout}</p>
        </div>
        <Button variant="primary" onPress={() => setAdding(true)}>
          {words.addToken}
        </Button>
      </div>
      {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={2} /> : null}
      {data?.data.length === 0 ? (
        <EmptyState shape="list" size="small" title={words.noTokens}>
          {words.noTokensAbout}
        </EmptyState>
      ) : null}
      <ul className={rows.rows} aria-label={words.tokens}>
        {data?.data.map((token) => (
          <Token key={token.id} token={token} />
        ))}
      </ul>
      {isAdding ? <Add onClose={() => setAdding(false)} onMade={setMade} /> : null}
      {made ? <Made {...made} onClose={() => setMade(null)} /> : null}
    </section>
  )
}

function Token({ token: { id, name, usedAt, revokedAt, agents } }: { token: EnrollmentToken }) {
  const [isAsking, setAsking] = useState(false)
  const revoke = useCommand(discovery.revoke, {
    onSuccess: () => {
      toast(words.revokedToast(name))
      setAsking(false)
    },
  })
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>{name}</p>
        <p className={rows.about}>
          {revokedAt ? words.revoked : words.agentsBy(agents)} ·{' '}
          {usedAt ? <TimeText at={usedAt} form="relative" /> : words.never}
        </p>
      </div>
      {revokedAt ? null : (
        <Button size="small" label={`${words.revoke}: ${name}`} onPress={() => setAsking(true)}>
          {words.revoke}
        </Button>
      )}
      {isAsking ? (
        <ConfirmDialog
          opened
          title={words.revokeTitle(name)}
          confirmLabel={words.revoke}
          busy={revoke.isPending}
          problem={revoke.error}
          onClose={() => setAsking(false)}
          consequence={words.revokeAbout}
          onConfirm={() => revoke.mutate({ params: { id } })}
        />
      ) : null}
    </li>
  )
}

type AddProps = { onClose: () => void; onMade: (made: { name: string; url: string }) => void }

function Add({ onClose, onMade }: AddProps) {
  const [name, setName] = useState('')
  const enroll = useCommand(discovery.enroll, {
    onSuccess: ({ url }) => {
      onClose()
      onMade({ name: name.trim(), url })
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.addToken}
      confirmLabel={words.make}
      busy={enroll.isPending}
      problem={enroll.error}
      onConfirm={() => enroll.mutate({ body: { name } })}
    >
      <TextInput
        data-autofocus
        required
        label={words.tokenName}
        placeholder={words.tokenExample}
        maxLength={80}
        value={name}
        error={fieldProblem(enroll.error, 'name') ?? null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Dialog>
  )
}

function Made({ name, url, onClose }: { name: string; url: string; onClose: () => void }) {
  const copy = (text: string) => void copyText(text).then((is) => is && toast(words.copied))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.madeTitle(name)}
      confirmLabel={words.done}
      onConfirm={onClose}
      width={640}
    >
      <p>{words.madeAbout}</p>
      {[{ system: words.address, line: url }, ...commandLines(url)].map(({ system, line }) => (
        <div key={system} className={classes.line}>
          <strong>{system}</strong>
          <code>{line}</code>
          <div>
            <Button size="small" onPress={() => copy(line)}>
              {words.copy(system)}
            </Button>
          </div>
        </div>
      ))}
    </Dialog>
  )
}
