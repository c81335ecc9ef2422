import { lazy, Suspense } from 'react'
import { classNames } from '../ui/classNames.ts'
import classes from './useMacros.module.css'
import type { Offer } from './useMacros.tsx'
import { macroWords as words } from './words.ts'

// It knows every kind of field; whoever writes a reply seldom looks at it.
const MacroSteps = lazy(() => import('./MacroSteps.tsx').then((module) => ({ default: module.MacroSteps })))

type OfferListProps = { offers: readonly Offer[]; chosen: number; onPick: (offer: Offer) => void }

/** What can be run or put in, and what the chosen one would do. */
export function OfferList({ offers, chosen, onPick }: OfferListProps) {
  const now = offers[chosen]
  return (
    <div className={classes.list}>
      <div role="listbox" aria-label={now?.kind === 'macro' ? words.macros : words.responses} id="offer-list">
        {offers.map((offer, index) => (
          <div
            key={offer.id}
            id={`offer-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-disabled={offer.refusal ? true : undefined}
            className={classNames(classes.option, index === chosen && classes.chosen)}
            onMouseDown={(event) => {
              event.preventDefault()
              onPick(offer)
            }}
          >
            <span>{offer.name}</span>
            {offer.kind === 'response' ? <span className={classes.hint}>{offer.language}</span> : null}
          </div>
        ))}
      </div>
      <div className={classes.preview}>
        {now?.kind === 'macro' ? (
          <Suspense>
            <MacroSteps steps={now.steps} teamName={now.teamName} refusal={now.refusal} />
          </Suspense>
        ) : (
          <>
            <p className={classes.said}>{now?.text}</p>
            {now?.refusal ? <p className={classes.refusal}>{now.refusal}</p> : null}
          </>
        )}
        <p className={classes.hint}>{now?.kind === 'macro' ? words.hint : words.hintText}</p>
      </div>
    </div>
  )
}
