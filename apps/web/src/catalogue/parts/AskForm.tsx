import { type BodyIn, files, type Request, requests } from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useAddressQuery } from '../../address.ts'
import { useCommand } from '../../api.ts'
import { holds, useMe } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { isApple } from '../../ui/keyNames.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useFileDrop } from '../../ui/useFileDrop.ts'
import { useUploads } from '../../uploads.ts'
import type { CatalogueDesk, CatalogueType } from '../findTypes.ts'
import { askWords, formWords as words } from '../words.ts'
import { AskAside, LockLine } from './AskAside.tsx'
import { AskFields } from './AskFields.tsx'
import classes from './AskForm.module.css'
import { type AskDraft, useAskDraft } from './askDraft.ts'
import { DraftLine } from './DraftLine.tsx'
import { FaultSummary } from './FaultSummary.tsx'
import { faultsOf } from './faults.ts'
import { SentFiles } from './SentFiles.tsx'

type Body = BodyIn<(typeof requests)['create']>

function bodyOf(draft: AskDraft, type: CatalogueType | null): Body {
  const { summary, description, urgency, impact, forPerson, isForOther, isConfidential, deskCode } = draft
  return {
    summary: summary.trim(),
    ...(type ? { requestTypeId: type.id } : deskCode ? { serviceDeskCode: deskCode } : {}),
    ...(description.trim() && { description: description.trim() }),
    ...(urgency && { urgency }),
    ...(impact && { impact }),
    ...(isForOther && forPerson && { onBehalfOfId: forPerson.id }),
    ...(isConfidential && { isConfidential }),
  }
}

type AskFormProps = {
  item: string
  desks: readonly CatalogueDesk[]
  /** Nothing for "Something else". */
  type: CatalogueType | null
  typeDesk: CatalogueDesk | null
}

export function AskForm({ item, desks, type, typeDesk }: AskFormProps) {
  const me = useMe()
  const router = useRouter()
  const { query } = useAddressQuery()
  const kept = useAskDraft(`deskhand.ask.${me.id}.${item}`, type?.isConfidential ?? false, {
    summary: query.get('summary') ?? '',
    deskCode: query.get('desk'),
  })
  const { draft, change } = kept
  const desk = typeDesk ?? desks.find(({ code }) => code === draft.deskCode) ?? null
  const isSealed = type?.isConfidential || draft.isConfidential

  const [created, setCreated] = useState<Request | null>(null)
  const uploads = useUploads(files.upload, created ? { params: { id: created.id } } : null)
  const { over, handlers } = useFileDrop(uploads.add)

  const [isTried, setTried] = useState(false)
  const faults = faultsOf(draft, type === null)
  const summaryBox = useRef<HTMLDivElement>(null)

  const open = ({ referenceNumber }: Request) =>
    router.history.replace(`/r/${encodeURIComponent(referenceNumber)}?sent=1`)

  const create = useCommand(requests.create, {
    onSuccess: async (request) => {
      kept.forget()
      if (uploads.files.length === 0) return open(request)
      setCreated(request)
      if (await uploads.startAll({ params: { id: request.id } })) open(request)
    },
  })

  // Sending the same words again after a failure is the same intention and keeps its key: it cannot happen twice.
  const last = useRef<{ text: string; input: { body: Body } } | null>(null)
  function send() {
    if (create.isPending || created) return
    setTried(true)
    if (faults.length > 0) {
      requestAnimationFrame(() => summaryBox.current?.focus())
      return
    }
    const body = bodyOf(draft, type)
    const text = JSON.stringify(body)
    if (last.current?.text !== text) last.current = { text, input: { body } }
    create.mutate(last.current.input)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(isApple ? event.metaKey : event.ctrlKey)) return
    event.preventDefault()
    send()
  }

  if (created) return <SentFiles request={created} uploads={uploads} onOpen={() => open(created)} />
  return (
    <Page
      title={type?.name ?? askWords.other}
      about={type ? type.description : askWords.otherAbout}
      width="wide"
    >
      <div className={classes.columns}>
        <form
          className={classes.form}
          noValidate
          data-over={over || undefined}
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            send()
          }}
          onKeyDown={onKeyDown}
          {...handlers}
        >
          <DraftLine restoredAt={kept.restoredAt} onStartOver={kept.startOver} />
          {isTried && faults.length > 0 ? <FaultSummary boxRef={summaryBox} faults={faults} /> : null}
          {isSealed && desk ? <LockLine desk={desk.name} /> : null}
          <AskFields
            draft={draft}
            onChange={change}
            desks={type ? null : desks}
            desk={desk}
            canAskForOthers={holds(me, 'people.list')}
            isSealedByType={type?.isConfidential ?? false}
            faults={isTried ? faults : []}
            problem={create.error}
            uploads={uploads}
          />
          <ProblemNotice problem={create.error} />
          <div className={classes.send}>
            <Button type="submit" variant="primary" busy={create.isPending} keys="Mod+Enter">
              {words.send}
            </Button>
            <DraftLine savedAt={kept.savedAt} />
          </div>
        </form>
        <AskAside desk={desk} type={type} isSealed={isSealed} />
      </div>
    </Page>
  )
}
