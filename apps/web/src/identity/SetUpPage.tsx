import { identity } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { problemOf } from '../ui/problem.ts'
import { Entrance, useOpenSettings } from './parts/Entrance.tsx'
import { SetUpAdmin } from './parts/SetUpAdmin.tsx'
import { SetUpCompany } from './parts/SetUpCompany.tsx'
import { SetUpDone } from './parts/SetUpDone.tsx'
import { SetUpMail } from './parts/SetUpMail.tsx'
import { StepLine } from './parts/StepLine.tsx'
import { emptySetUp, registration, stepOfPointer } from './parts/setUp.ts'
import { tokenInAddress } from './parts/tokenInAddress.ts'
import { entranceWords, setUpWords as words } from './words.ts'

/** The first company, its first admin and where mail goes out: asked for in steps, sent in one. */
export default function SetUpPage() {
  const settings = useOpenSettings()
  const [draft, setDraft] = useState(() => ({ ...emptySetUp(), setUpToken: tokenInAddress() ?? '' }))
  const [hasLink] = useState(draft.setUpToken !== '')
  const [step, setStep] = useState(0)
  const change = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const register = useCommand(identity.register, {
    onSuccess: () => setStep(3),
    // The field that was refused may stand on an earlier step.
    onError: (thrown) =>
      setStep(stepOfPointer(problemOf(thrown)?.errors?.[0]?.pointer, problemOf(thrown)?.code)),
  })

  if (settings.data && !settings.data.needsSetUp && step < 3) {
    return (
      <Entrance title={words.isSetUp} about={words.isSetUpAbout}>
        <a href="/sign-in">{entranceWords.toSignIn}</a>
      </Entrance>
    )
  }
  if (step === 3)
    return (
      <SetUpDone company={draft.company} hasMail={Boolean(draft.smtpUrl || settings.data?.mailConfigured)} />
    )

  const shared = { draft, onChange: change, problem: register.error }
  const screens = [
    <SetUpCompany
      key="company"
      {...shared}
      asksToken={!hasLink || register.error !== null}
      onNext={() => setStep(1)}
    />,
    <SetUpAdmin key="admin" {...shared} onNext={() => setStep(2)} onBack={() => setStep(0)} />,
    <SetUpMail
      key="mail"
      {...shared}
      isConfigured={settings.data?.mailConfigured ?? false}
      busy={register.isPending}
      onBack={() => setStep(1)}
      onFinish={(withMail) => register.mutate({ body: registration(draft, withMail) })}
    />,
  ]
  const titles = [words.company, words.admin, words.mail]
  return (
    <Entrance title={titles[step]?.title ?? words.title} about={titles[step]?.about} withCompany={false}>
      <StepLine step={step} />
      {screens[step]}
    </Entrance>
  )
}
