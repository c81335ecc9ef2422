import { type FloorPlan, floorPlans, type Pin } from '@deskhand/contract'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { address } from '../call.ts'
import { announce } from '../ui/announcements.ts'
import { classNames } from '../ui/classNames.ts'
import { PinShape } from './PinShape.tsx'
import classes from './Plan.module.css'
import { planWords as words } from './words.ts'

type At = Pick<Pin, 'x' | 'y'>
type PinBoardProps = { plan: FloorPlan; pin: At | null; onMove: (at: At) => void }

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const within = (value: number) => Math.min(1000, Math.max(0, Math.round(value)))

/** The plan, on which one presses, drags the pin, or moves it by the arrow keys. */
export function PinBoard({ plan, pin, onMove }: PinBoardProps) {
  const figure = useRef<HTMLElement>(null)
  const isHeld = useRef(false)
  const moveTo = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = figure.current?.getBoundingClientRect()
    if (!box) return
    onMove({
      x: within(((clientX - box.left) / box.width) * 1000),
      y: within(((clientY - box.top) / box.height) * 1000),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || !pin) return
    event.preventDefault()
    event.stopPropagation()
    const size = event.shiftKey ? 50 : 5
    const next = { x: within(pin.x + step[0] * size), y: within(pin.y + step[1] * size) }
    onMove(next)
    announce(words.pinAt(next.x, next.y))
  }
  const hold = (event: PointerEvent) => {
    isHeld.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the pin itself is a button that the arrow keys move
    <figure ref={figure} className={classNames(classes.figure, classes.surface)} onClick={moveTo}>
      <img
        src={address(floorPlans.picture, { params: { id: plan.id } })}
        width={plan.width}
        height={plan.height}
        alt={words.planAlt(words.named(plan.siteName, plan.name))}
        draggable={false}
      />
      {pin ? (
        <button
          type="button"
          className={classes.pin}
          style={{ left: `${pin.x / 10}%`, top: `${pin.y / 10}%` }}
          aria-label={words.pinAt(pin.x, pin.y)}
          onKeyDown={onKeyDown}
          onPointerDown={hold}
          onPointerMove={(event) => {
            if (isHeld.current) moveTo(event)
          }}
          onPointerUp={() => {
            isHeld.current = false
          }}
          onClick={(event) => event.stopPropagation()}
        >
          <PinShape />
        </button>
      ) : null}
    </figure>
  )
}
