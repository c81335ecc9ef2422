import { acceptances } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Entrance } from '../identity/parts/Entrance.tsx'
import { tokenInAddress } from '../identity/parts/tokenInAddress.ts'
import classes from './Acceptances.module.css'
import { SignForm } from './SignForm.tsx'
import { Terms } from './Terms.tsx'
import { acceptanceWords as words } from './words.ts'

/** Where the link of a mail leads. Only its buttons sign or refuse, so that scanners which open links cannot. */
export default function LinkPage() {
  const [token] = useState(tokenInAddress)
  const params = { token: token ?? '' }
  const link = useRead(
    acceptances.seeLink,
    { params },
    { enabled: token !== null, staleTime: Number.POSITIVE_INFINITY },
  )
  const accept = useCommand(acceptances.acceptByLink)
  const decline = useCommand(acceptances.declineByLink)
  const it = accept.data ?? decline.data ?? link.data
  if (!token || link.error) {
    return (
      <Entrance title={words.missingLink} about={words.missingAbout}>
        <a href="/">{words.toHome}</a>
      </Entrance>
    )
  }
  if (!it) return null
  if (it.state !== 'PENDING') {
    return (
      <Entrance title={accept.data ? words.thanks : words.over} about={words.outcome(it)}>
        {it.hash ? (
          <p className={classes.hash}>
            {words.hash}: {it.hash}
          </p>
        ) : null}
        <a href="/">{words.toHome}</a>
      </Entrance>
    )
  }
  const first = it.person.name.split(' ')[0] ?? it.person.name
  return (
    <Entrance title={words.linkTitle(first)} about={words.handed(it.askedByName)} foot={words.notYou}>
      <Terms {...it} />
      <SignForm
        personName={it.person.name}
        busy={accept.isPending || decline.isPending}
        problem={accept.error ?? decline.error}
        onSign={(body) => accept.mutate({ params, body })}
        onRefuse={(reason) => decline.mutate({ params, body: { reason } })}
      />
    </Entrance>
  )
}
