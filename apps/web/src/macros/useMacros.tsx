import { macros, type ReplyOf, type Request } from '@deskhand/contract'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useRead } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { useChange } from '../queue/parts/useChange.ts'
import { announce } from '../ui/announcements.ts'
import { askedFor, matching } from './askedFor.ts'
import { OfferList } from './OfferList.tsx'
import { macroWords as words } from './words.ts'

export type Offer =
  | ({ kind: 'macro' } & ReplyOf<typeof macros.offers>['macros'][number])
  | ({ kind: 'response' } & ReplyOf<typeof macros.offers>['responses'][number])

type Options = {
  request: Request
  text: string
  field: RefObject<HTMLTextAreaElement | null>
  onPick: (text: string) => void
  /** A macro runs: what named it is wanted no more. */
  onRun: () => void
}

/** `/` opens the macros of the desk, `::` its canned responses: arrows choose, Enter takes, Escape leaves. */
export function useMacros({ request, text, field, onPick, onRun }: Options) {
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState<string | null>(null)
  const { change } = useChange(macros.run, request.referenceNumber)
  const { undo } = useUndo()
  const found = request.can.includes('note') ? askedFor(text, caret) : null
  const asked = found && closedFor !== `${found.kind}${found.from}` ? found : null
  const { data } = useRead(
    macros.offers,
    { params: { id: request.id } },
    { enabled: asked !== null, staleTime: 30_000 },
  )
  const offers: Offer[] = !asked
    ? []
    : asked.kind === 'macro'
      ? matching(data?.macros ?? [], asked.q).map((one) => ({ kind: 'macro', ...one }))
      : matching(data?.responses ?? [], asked.q).map((one) => ({ kind: 'response', ...one }))
  const chosen = Math.min(at, Math.max(0, offers.length - 1))

  function pick(offer: Offer) {
    if (!asked) return
    if (offer.refusal) return announce(offer.refusal)
    if (offer.kind === 'macro') {
      onRun()
      const done = words.ran(offer.name, request.referenceNumber)
      void change(
        { params: { id: request.id, macroId: offer.id } },
        { done, undo: ({ operationId }) => undo(operationId, 1) },
      )
      return
    }
    onPick(`${text.slice(0, asked.from)}${offer.text}${text.slice(caret)}`)
    const place = asked.from + offer.text.length
    setCaret(place)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(place, place)
    })
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    const offer = offers[chosen]
    if (!offer) return false
    if (event.key === 'ArrowDown') setAt((chosen + 1) % offers.length)
    else if (event.key === 'ArrowUp') setAt((chosen + offers.length - 1) % offers.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey) pick(offer)
    else if (event.key === 'Escape' && asked) setClosedFor(`${asked.kind}${asked.from}`)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    list: offers.length > 0 ? <OfferList offers={offers} chosen={chosen} onPick={pick} /> : null,
    onKeyDown,
    onCaret: setCaret,
    aria:
      offers.length > 0
        ? {
            'aria-controls': 'offer-list',
            'aria-activedescendant': `offer-${chosen}`,
            'aria-autocomplete': 'list' as const,
          }
        : {},
  }
}
