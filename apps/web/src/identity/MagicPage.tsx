import { identity } from '@deskhand/contract'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Entrance } from './parts/Entrance.tsx'
import { MailedStep } from './parts/MailedStep.tsx'
import { useEnter } from './parts/signedIn.ts'
import { TokenGate } from './parts/TokenGate.tsx'
import type { Inspected } from './parts/tokenInAddress.ts'
import { entranceWords, mailedWords, tokenWords, magicWords as words } from './words.ts'

/** Where the mailed link leads. Only the button uses it up, so that scanners which open links cannot. */
export default function MagicPage() {
  return (
    <TokenGate purpose="sign_in" again={{ href: '/sign-in', words: tokenWords.newLink }}>
      {(token, about) =>
        about.worksHere ? <Confirm token={token} about={about} /> : <AskedElsewhere email={about.email} />
      }
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

/** The mail was opened on another device or by somebody else: its code goes where it was asked for. */
function AskedElsewhere({ email }: { email: string }) {
  const enter = useEnter()
  const [flow, setFlow] = useState<string | null>(null)
  const ask = useCommand(identity.magicLink, { onSuccess: (sent) => setFlow(sent.flow) })
  if (flow) {
    return (
      <Entrance title={mailedWords.title} about={mailedWords.about(email)}>
        <MailedStep
          email={email}
          flow={flow}
          onFlow={setFlow}
          onBack={() => setFlow(null)}
          onDone={() => enter('magic_link')}
        />
      </Entrance>
    )
  }
  return (
    <Entrance title={words.elsewhere} about={words.elsewhereAbout}>
      <Button
        variant="primary"
        fullWidth
        busy={ask.isPending}
        onPress={() => ask.mutate({ body: { email } })}
      >
        {words.askHere}
      </Button>
      <ProblemNotice problem={ask.error} />
      <a href="/sign-in">{entranceWords.toSignIn}</a>
    </Entrance>
  )
}
