import { useMediaQuery } from '@mantine/hooks'
import { type FormEvent, type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { FormFields } from '../../forms/FormFields.tsx'
import { Button } from '../../ui/Button.tsx'
import { isApple } from '../../ui/keyNames.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { giveToPage, useFileDrop, usePageDropGuard, usePageFiles } from '../../ui/useFileDrop.ts'
import { askWords, formWords as words } from '../words.ts'
import { AskAside, LockLine } from './AskAside.tsx'
import { AskFields } from './AskFields.tsx'
import classes from './AskForm.module.css'
import { AskOwnWords } from './AskOwnWords.tsx'
import { DraftLine } from './DraftLine.tsx'
import { FaultSummary } from './FaultSummary.tsx'
import { HereLine } from './HereLine.tsx'
import { SentFiles } from './SentFiles.tsx'
import { TemplateChips } from './TemplateChips.tsx'
import { type AskProps, useAsk } from './useAsk.ts'
import { useAskPreview } from './useAskPreview.ts'

const IncidentBanner = lazy(() => import('../../incidents/IncidentBanner.tsx'))
const AnonymousHint = lazy(() => import('../../anonymous-reports/AnonymousHint.tsx'))
const AlreadyThere = lazy(() => import('./AlreadyThere.tsx'))

type AskFormProps = AskProps & { onElsewhere: () => void; onPerson: (id: string | null) => void }

export function AskForm(props: AskFormProps) {
  const { type, desks, form } = props
  const ask = useAsk(props)
  const { draft, change, desk, uploads, create } = ask
  const isSealed = type?.isConfidential || draft.isConfidential
  const hasFiles = form?.definition.sections.some(({ fields }) => fields.some((one) => one.type === 'file'))

  // A form with a field for files keeps them there.
  const { over, handlers } = useFileDrop(hasFiles ? giveToPage : uploads.add)
  usePageDropGuard()
  usePageFiles(hasFiles ? undefined : uploads.add)

  const preview = useAskPreview(draft, type, form)
  const isBeside = useMediaQuery('(min-width: 1024px)') ?? true

  // A phone shows one section after the other.
  const isPhone = useMediaQuery('(max-width: 639px)') ?? false
  const sections = (form?.definition.sections ?? []).filter(({ fields }) =>
    fields.some(({ key }) => ask.visible?.has(key)),
  )
  const [step, setStep] = useState(0)
  const isStepped = isPhone && sections.length > 1
  const at = Math.min(step, sections.length - 1)
  const isLast = !isStepped || at === sections.length - 1
  const section = sections[at]
  const go = (next: number) => {
    setStep(next)
    window.scrollTo({ top: 0 })
  }
  const onward = () => {
    const keys = section?.fields.map(({ key }) => key) ?? []
    if (ask.passSection(keys)) go(at + 1)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(isApple ? event.metaKey : event.ctrlKey)) return
    event.preventDefault()
    ask.send()
  }

  if (ask.created) {
    const { created } = ask
    return <SentFiles request={created} uploads={uploads} onOpen={() => ask.open(created)} />
  }
  return (
    <Page
      title={type?.name ?? askWords.other}
      about={type ? type.description : askWords.otherAbout}
      width="wide"
    >
      {/* Whoever writes in confidence is not asked whether they mean the network. */}
      {type?.isConfidential ? null : (
        <Suspense fallback={null}>
          <IncidentBanner />
        </Suspense>
      )}
      {props.place ? <HereLine place={props.place} onLeave={props.onElsewhere} /> : null}
      <div className={classes.columns}>
        <form
          className={classes.form}
          noValidate
          data-over={over || undefined}
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (isLast) ask.send()
            else onward()
          }}
          onKeyDown={onKeyDown}
          {...handlers}
        >
          <DraftLine restoredAt={ask.restoredAt} onStartOver={ask.startOver} />
          {isStepped ? <p className={classes.step}>{words.step(at + 1, sections.length)}</p> : null}
          {ask.faults.length > 0 ? <FaultSummary boxRef={ask.box} faults={ask.faults} /> : null}
          {isSealed && desk ? <LockLine desk={desk.name} /> : null}
          {type?.kind === 'HR_ISSUE' ? (
            <Suspense fallback={null}>
              <AnonymousHint />
            </Suspense>
          ) : null}
          {isStepped && at > 0 ? null : (
            <>
              <TemplateChips templates={props.templates} onPick={(part) => change(part)} />
              <AskFields
                draft={draft}
                onChange={(part) => {
                  change(part)
                  if ('forPerson' in part || 'isForOther' in part) {
                    const next = { ...draft, ...part }
                    props.onPerson(next.isForOther ? (next.forPerson?.id ?? null) : null)
                  }
                }}
                desks={type ? null : desks}
                asksTitle={!form?.definition.title}
                faults={ask.faults}
                problem={create.error}
              />
            </>
          )}
          {form ? (
            <FormFields
              {...form}
              answers={draft.answers}
              onChange={ask.onAnswer}
              faults={ask.answerFaults}
              onLeave={ask.onLeave}
              only={isStepped ? section?.key : undefined}
            />
          ) : null}
          {isLast ? (
            <AskOwnWords
              draft={draft}
              onChange={change}
              desk={desk}
              asksDescription={form?.definition.description !== 'none'}
              asksFiles={!hasFiles}
              asksUrgency={!form || form.definition.asksUrgency}
              isSealedByType={type?.isConfidential ?? false}
              faults={ask.faults}
              problem={create.error}
              uploads={uploads}
            />
          ) : null}
          <ProblemNotice problem={create.error} />
          {preview && !isBeside ? (
            <Suspense fallback={null}>
              <AlreadyThere preview={preview} />
            </Suspense>
          ) : null}
          <div className={classes.send}>
            {isStepped && at > 0 ? <Button onPress={() => go(at - 1)}>{words.stepBack}</Button> : null}
            <Button
              type="submit"
              variant="primary"
              busy={create.isPending}
              {...(isLast ? { keys: 'Mod+Enter' } : {})}
            >
              {isLast ? words.send : words.stepOn}
            </Button>
            <DraftLine savedAt={ask.savedAt} />
          </div>
        </form>
        <AskAside
          desk={desk}
          type={type}
          isSealed={isSealed}
          answers={draft.answers}
          onBehalfOfId={draft.isForOther ? (draft.forPerson?.id ?? null) : null}
          preview={preview}
          isBeside={isBeside}
        />
      </div>
    </Page>
  )
}
