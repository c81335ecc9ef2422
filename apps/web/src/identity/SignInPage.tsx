import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ChooseStep } from './parts/ChooseStep.tsx'
import { DemoSignIns, demoPassword } from './parts/DemoSignIns.tsx'
import { EmailStep } from './parts/EmailStep.tsx'
import { Entrance, useOpenSettings } from './parts/Entrance.tsx'
import { MailedStep } from './parts/MailedStep.tsx'
import { ownPath } from './parts/ownPath.ts'
import { useEnter, useEnteredElsewhere, type Way } from './parts/signedIn.ts'
import { entranceWords, mailedWords, signInWords as words } from './words.ts'

type Step = 'email' | 'choose' | { flow: string }

/** Address first, then the ways in, the one used last on top; a mailed link or code as the other way. */
export default function SignInPage() {
  const settings = useOpenSettings()
  const router = useRouter()
  const { query } = useAddressQuery()
  const [email, setEmail] = useState(query.get('email') ?? '')
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<Step>(email ? 'choose' : 'email')
  const enter = useEnter()
  const target = ownPath(query.get('return_to'))
  const done = (way: Way) => enter(way, target)
  useEnteredElsewhere(() => enter(null, target))

  const needsSetUp = settings.data?.needsSetUp
  useEffect(() => {
    if (needsSetUp) router.history.replace(`/set-up${window.location.hash}`)
  }, [needsSetUp, router])
  if (needsSetUp) return null

  if (typeof step === 'object') {
    return (
      <Entrance title={mailedWords.title} about={mailedWords.about(email)}>
        <MailedStep
          email={email}
          flow={step.flow}
          onFlow={(flow) => setStep({ flow })}
          onBack={() => setStep('choose')}
          onDone={() => done('magic_link')}
        />
      </Entrance>
    )
  }
  const company = settings.data?.companyName
  const demo = settings.data?.demoSignIns ?? []
  return (
    <Entrance
      title={company ? entranceWords.helpDesk(company) : entranceWords.anyHelpDesk}
      withCompany={false}
      foot={
        demo.length > 0 ? (
          <DemoSignIns
            people={demo}
            hasMailbox={settings.data?.hasMailbox ?? false}
            onPick={(picked) => {
              setEmail(picked)
              setPassword(demoPassword)
              setStep('choose')
            }}
          />
        ) : null
      }
    >
      {query.has('password-set') ? <p role="status">{words.passwordSet}</p> : null}
      <ProblemNotice problem={settings.error} onRetry={() => void settings.refetch()} />
      {step === 'email' ? (
        <EmailStep value={email} onChange={setEmail} onContinue={() => setStep('choose')} />
      ) : (
        <ChooseStep
          email={email}
          password={password}
          onPassword={setPassword}
          onChangeEmail={() => {
            setPassword('')
            setStep('email')
          }}
          onMailed={(flow) => setStep({ flow })}
          onDone={() => done('password')}
        />
      )}
    </Entrance>
  )
}
