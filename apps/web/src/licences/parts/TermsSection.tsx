import { type Licence, type LicenceTerm, type LicenceTermState, licences } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { moneyText } from '../../approvals/moneyText.ts'
import rows from '../../desks/Desks.module.css'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { plainDay, useNow } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../Licences.module.css'
import { licenceWords, termWords as words } from '../words.ts'
import { TermDialog } from './TermDialog.tsx'

const moveWords: Partial<Record<LicenceTermState, { label: string; title: string; about: string }>> = {
  ACTIVE: { label: words.begin, title: words.beginTitle, about: words.beginAbout },
  IN_NOTICE: { label: words.giveNotice, title: words.giveNoticeTitle, about: words.giveNoticeAbout },
  RENEWED: { label: words.renew, title: words.renewTitle, about: words.renewAbout },
  ENDED: { label: words.end, title: words.endTitle, about: words.endAbout },
}

/** The terms of a licence, the latest first, with what can be done with each. */
export function TermsSection({ licence, mayWork }: { licence: Licence; mayWork: boolean }) {
  const [edited, setEdited] = useState<LicenceTerm | 'new' | null>(null)
  const [moving, setMoving] = useState<{ term: LicenceTerm; to: LicenceTermState } | null>(null)
  return (
    <section className={classes.section} aria-label={words.title}>
      <SectionTitle
        action={
          mayWork ? (
            <Button size="small" onPress={() => setEdited('new')}>
              {words.add}
            </Button>
          ) : null
        }
      >
        {words.title}
      </SectionTitle>
      {licence.terms.length === 0 ? <p className={classes.muted}>{words.none}</p> : null}
      <ul className={rows.rows} aria-label={words.title}>
        {licence.terms.map((term) => (
          <Term
            key={term.id}
            term={term}
            mayWork={mayWork}
            onEdit={() => setEdited(term)}
            onMove={(to) => setMoving({ term, to })}
          />
        ))}
      </ul>
      {edited ? (
        <TermDialog
          licenceId={licence.id}
          term={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
      {moving ? <MoveDialog licenceId={licence.id} {...moving} onClose={() => setMoving(null)} /> : null}
    </section>
  )
}

type TermProps = {
  term: LicenceTerm
  mayWork: boolean
  onEdit: () => void
  onMove: (to: LicenceTermState) => void
}

function Term({ term, mayWork, onEdit, onMove }: TermProps) {
  const now = useNow()
  const day = (on: string) => plainDay(on, now)
  const {
    state,
    startsOn,
    endsOn,
    renewsOn,
    noticeBy,
    noticeGivenOn,
    renewsItself,
    cost,
    contractNumber,
    moves,
  } = term
  const isOpen = moves.length > 0
  const facts = [
    licenceWords.states[state],
    isOpen && noticeGivenOn ? words.noticeGiven(day(noticeGivenOn)) : null,
    isOpen && noticeBy && !noticeGivenOn ? words.noticeBy(day(noticeBy)) : null,
    isOpen && renewsOn ? words.renews(day(renewsOn)) : null,
    isOpen && renewsItself && !noticeGivenOn ? words.itself : null,
    cost ? words.seat(moneyText(cost.money), words.per[cost.per]) : null,
    contractNumber,
  ]
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>{words.days(day(startsOn), endsOn && day(endsOn))}</p>
        <p className={rows.about}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {mayWork && isOpen ? (
        <div className={classes.buttons}>
          {moves.map((to) => (
            <Button key={to} size="small" onPress={() => onMove(to)}>
              {moveWords[to]?.label}
            </Button>
          ))}
          <Button size="small" variant="quiet" onPress={onEdit}>
            {words.edit}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

type MoveProps = { licenceId: string; term: LicenceTerm; to: LicenceTermState; onClose: () => void }

function MoveDialog({ licenceId, term, to, onClose }: MoveProps) {
  const [reason, setReason] = useState('')
  const move = useCommand(licences.moveTerm, {
    onSuccess: () => {
      toast(words.moved(to))
      onClose()
    },
  })
  const said = moveWords[to]
  return (
    <Dialog
      opened
      onClose={onClose}
      title={said?.title ?? ''}
      confirmLabel={said?.label ?? ''}
      busy={move.isPending}
      problem={move.error}
      onConfirm={() =>
        move.mutate({
          params: { id: licenceId, termId: term.id },
          ifMatch: term.version,
          body: { to, ...(reason.trim() && { reason: reason.trim() }) },
        })
      }
    >
      <p>{said?.about}</p>
      <Textarea
        data-autofocus
        label={words.reason}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
