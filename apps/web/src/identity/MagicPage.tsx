import { identity } from '@deskhand/contract'
import { useEffect, useRef } from 'react'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Entrance } from './parts/Entrance.tsx'
import { useEnter } from './parts/signedIn.ts'
import { TokenGate } from './parts/TokenGate.tsx'
import type { Inspected } from './parts/tokenInAddress.ts'
import { tokenWords, magicWords as words } from './words.ts'

/** Where the mailed link leads. Only the button uses it up, so that scanners which open links cannot. */
export default function MagicPage() {
  return (
    <TokenGate purpose="sign_in" again={{ href: '/sign-in', words: tokenWords.newLink }}>
      {(token, about) => <Confirm token={token} about={about} />}
    </TokenGate>
  )
}

function Confirm({ token, about }: { token: string; about: Inspected }) {
  const enter = useEnter()
  const button = useRef<HTMLButtonElement>(null)
  const verify = useCommand(identity.verifyMagicLink, { onSuccess: () => enter('magic_link') })
  const first = about.name.split(' ')[0] ?? about.name
  useEffect(() => button.current?.focus(), [])
  return (
    <Entrance title={words.title(about.name)} about={words.about(about.email, about.companyName)}>
      <Button
        ref={button}
        variant="primary"
        fullWidth
        busy={verify.isPending}
        onPress={() => verify.mutate({ body: { token, delivery: 'cookie' } })}
      >
        {words.confirm(first)}
      </Button>
      <ProblemNotice problem={verify.error} />
      <a href="/sign-in">{words.notMe}</a>
    </Entrance>
  )
}
