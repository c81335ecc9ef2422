import { floorPlans, type Pin } from '@deskhand/contract'
import { address } from '../call.ts'
import { classNames } from '../ui/classNames.ts'
import { PinShape } from './PinShape.tsx'
import classes from './Plan.module.css'
import { planWords as words } from './words.ts'

/** Where somebody put a pin. */
export function PlanView({ pin: { planId, x, y }, name }: { pin: Pin; name: string }) {
  const src = address(floorPlans.picture, { params: { id: planId } })
  return (
    <div className={classes.answer}>
      <a
        href={src}
        target="_blank"
        rel="noreferrer"
        aria-label={`${words.open}: ${name}, ${words.pinAt(x, y)}`}
      >
        <figure className={classNames(classes.figure, classes.small)}>
          <img src={src} alt={words.planAlt(name)} loading="lazy" />
          <span
            className={classNames(classes.pin, classes.still)}
            style={{ insetInlineStart: `${x / 10}%`, insetBlockStart: `${y / 10}%` }}
          >
            <PinShape />
          </span>
        </figure>
      </a>
      <p className={classes.about}>{name}</p>
    </div>
  )
}
