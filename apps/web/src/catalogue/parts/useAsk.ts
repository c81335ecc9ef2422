import {
  type Answers,
  type BodyIn,
  decideForm,
  files,
  type Location,
  type Request,
  type RequestDraft,
  requests,
} from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useAddressQuery } from '../../address.ts'
import { useCommand } from '../../api.ts'
import { answerFaults, faultMap, refusedAnswers } from '../../forms/answerFaults.ts'
import { cleanAnswers } from '../../forms/cleanAnswers.ts'
import { useUploads } from '../../uploads.ts'
import type { AskedForm, CatalogueDesk, CatalogueType } from '../findTypes.ts'
import { hereWords } from '../words.ts'
import { type AskDraft, useAskDraft } from './askDraft.ts'
import { faultsOf } from './faults.ts'
import type { Template } from './TemplateChips.tsx'

type Body = BodyIn<(typeof requests)['create']>

function bodyOf(draft: AskDraft, type: CatalogueType | null, form: AskedForm | null): Body {
  const { summary, description, urgency, impact, forPerson, isForOther, isConfidential, deskCode } = draft
  return {
    ...(form?.definition.title ? {} : { summary: summary.trim() }),
    ...(type ? { requestTypeId: type.id } : deskCode ? { serviceDeskCode: deskCode } : {}),
    ...(description.trim() && { description: description.trim() }),
    ...(urgency && { urgency }),
    ...(impact && { impact }),
    ...(isForOther && forPerson && { onBehalfOfId: forPerson.id }),
    ...(isConfidential && { isConfidential }),
    ...(form && { customFields: cleanAnswers(form.definition, draft.answers, form.facts) }),
  }
}

const asksPlace = (form: AskedForm | null) =>
  form !== null &&
  (form.definition.description === 'none' ||
    form.definition.sections.some(({ fields }) =>
      fields.some((field) => 'prefill' in field && field.prefill === 'place'),
    ))

export type AskProps = {
  item: string
  desks: readonly CatalogueDesk[]
  /** Nothing for "Something else". */
  type: CatalogueType | null
  typeDesk: CatalogueDesk | null
  form: AskedForm | null
  templates: readonly Template[]
  kept: RequestDraft | null
  /** Whose code was scanned. */
  place: Location | null
}

/** The state of somebody asking: what they wrote, what is wrong with it, and sending it once. */
export function useAsk({ item, desks, type, typeDesk, form, kept, place }: Omit<AskProps, 'templates'>) {
  const router = useRouter()
  const { query } = useAddressQuery()
  const ask = useAskDraft({
    item,
    requestTypeId: type?.id ?? null,
    kept,
    start: {
      summary: form?.definition.title ? '' : (query.get('summary') ?? ''),
      deskCode: query.get('desk'),
      // Where no field asks for the place, the words say it.
      description: place && !asksPlace(form) ? `${hereWords.where(place.path)}\n` : '',
      answers: form?.prefilled ?? {},
    },
  })
  const { draft, change } = ask
  useFollowing(form, change)
  const [created, setCreated] = useState<Request | null>(null)
  const uploads = useUploads(files.upload, created ? { params: { id: created.id } } : null)
  const [isTried, setTried] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())

  const open = ({ referenceNumber }: Request) =>
    router.history.replace(`/r/${encodeURIComponent(referenceNumber)}?sent=1`)
  const create = useCommand(requests.create, {
    onSuccess: async (request) => {
      ask.forget()
      if (uploads.files.length === 0) return open(request)
      setCreated(request)
      if (await uploads.startAll({ params: { id: request.id } })) open(request)
    },
  })

  const own = form ? answerFaults({ ...form, answers: draft.answers, kind: type?.kind ?? null }) : []
  const refused = refusedAnswers(create.error)
  const faults = faultsOf(draft, {
    needsDesk: type === null,
    needsTitle: !form?.definition.title,
    needsDescription: form?.definition.description === 'required',
    answers: own,
  })
  const said = isTried ? [...own, ...refused] : own.filter(({ path }) => left.has(String(path[0])))

  // Sending the same words again after a failure is the same intention and keeps its key: it cannot happen twice.
  const last = useRef<{ text: string; input: { body: Body } } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  function send() {
    if (create.isPending || created) return
    setTried(true)
    if (faults.length > 0) {
      requestAnimationFrame(() => box.current?.focus())
      return
    }
    const body = bodyOf(draft, type, form)
    const text = JSON.stringify(body)
    if (last.current?.text !== text) last.current = { text, input: { body } }
    create.mutate(last.current.input)
  }

  return {
    ...ask,
    desk: typeDesk ?? desks.find(({ code }) => code === draft.deskCode) ?? null,
    created,
    open,
    uploads,
    create,
    send,
    box,
    /** What is said at the top after sending was tried. */
    faults: isTried ? faults : [],
    answerFaults: faultMap(said),
    visible: form ? decideForm(form.definition, { answers: draft.answers, facts: form.facts }).visible : null,
    onAnswer: (key: string, value: Answers[string]) =>
      ask.change((was) => ({ answers: { ...was.answers, [key]: value } })),
    onLeave: (key: string) => setLeft((was) => new Set(was).add(key)),
    /** Whether this section's answers stand; says what is wrong with it otherwise. */
    passSection(keys: readonly string[]) {
      setLeft((was) => new Set([...was, ...keys]))
      return !own.some(({ path }) => keys.includes(String(path[0])))
    },
  }
}

/** When it is asked for somebody else, what was filled in for the one and not touched becomes that of the other. */
function useFollowing(form: AskedForm | null, change: ReturnType<typeof useAskDraft>['change']) {
  const last = useRef(form)
  useEffect(() => {
    const before = last.current
    last.current = form
    if (!before || !form || JSON.stringify(before.prefilled) === JSON.stringify(form.prefilled)) return
    change((was) => {
      const answers = { ...was.answers }
      for (const key of new Set([...Object.keys(before.prefilled), ...Object.keys(form.prefilled)])) {
        if (JSON.stringify(answers[key] ?? null) === JSON.stringify(before.prefilled[key] ?? null))
          answers[key] = form.prefilled[key] ?? null
      }
      return { answers }
    })
  }, [form, change])
}
