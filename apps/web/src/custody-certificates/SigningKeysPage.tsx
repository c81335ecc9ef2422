import { custodyCertificates, type SigningKey } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import rows from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { saveText } from '../ui/saveText.ts'
import { shortDate, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './SigningKeys.module.css'
import { signingKeyWords as words } from './words.ts'

/** As much of a key’s name as people compare at a glance. */
const shortName = (id: string) => id.slice(0, 16)

/** The keys with which the company signs, the one of today first. */
export default function SigningKeysPage() {
  return holds(useMe(), 'company.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { company } = useMe()
  const { data, error, refetch } = useRead(custodyCertificates.keys, { params: { companyId: company.id } })
  const [isAsked, setAsked] = useState(false)
  const rotate = useCommand(custodyCertificates.rotate, {
    onSuccess: ({ id }) => {
      toast(words.rotated(shortName(id)))
      setAsked(false)
    },
  })
  return (
    <>
      <CompanyNav current="signing-keys" />
      <Page
        title={words.title}
        about={words.about}
        actions={<Button onPress={() => setAsked(true)}>{words.rotate}</Button>}
      >
        {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonRows rows={2} lines={2} />}
        {data?.data.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : null}
        <ul className={rows.rows} aria-label={words.title}>
          {data?.data.map((key) => (
            <Row key={key.id} signingKey={key} />
          ))}
        </ul>
        <ConfirmDialog
          opened={isAsked}
          onClose={() => setAsked(false)}
          title={words.rotateTitle}
          consequence={words.rotateAbout}
          confirmLabel={words.rotate}
          tone="primary"
          busy={rotate.isPending}
          problem={rotate.error}
          // Where the proof is too old, the dialog asks for it and the call goes on.
          onConfirm={() => rotate.mutate({})}
        />
      </Page>
    </>
  )
}

function Row({ signingKey: { id, publicKey, createdAt, retiredAt } }: { signingKey: SigningKey }) {
  const now = useNow()
  const day = (at: string) => shortDate(new Date(at), now)
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>
          {retiredAt ? words.signed(day(createdAt), day(retiredAt)) : words.signs(day(createdAt))}
        </p>
        <p className={rows.about}>
          {words.fingerprint} <code className={classes.print}>{id}</code>
        </p>
      </div>
      <div className={rows.buttons}>
        <Button
          size="small"
          label={words.downloadOf(shortName(id))}
          onPress={() => saveText(words.fileName(shortName(id)), publicKey, 'application/x-pem-file')}
        >
          {words.download}
        </Button>
      </div>
    </li>
  )
}
