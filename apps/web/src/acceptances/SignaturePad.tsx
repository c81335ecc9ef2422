import { type Strokes, signatureField } from '@deskhand/contract'
import { type PointerEvent, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import classes from './Acceptances.module.css'
import { acceptanceWords as words } from './words.ts'

const { width, height } = signatureField
const most = { points: 900, strokes: 50 }

type SignaturePadProps = {
  value: Strokes
  onChange: (strokes: Strokes) => void
  about: string
  error?: string | null
}

/** A field to sign in, as lines and not as a picture. Typing one's name is the way without it. */
export function SignaturePad({ value, onChange, about, error }: SignaturePadProps) {
  const field = useRef<SVGSVGElement>(null)
  const [now, setNow] = useState<Strokes[number] | null>(null)

  function pointOf(event: PointerEvent): [number, number] {
    const box = field.current?.getBoundingClientRect()
    if (!box) return [0, 0]
    const within = (part: number, most: number) => Math.round(Math.min(1, Math.max(0, part)) * most)
    return [
      within((event.clientX - box.left) / box.width, width),
      within((event.clientY - box.top) / box.height, height),
    ]
  }
  const end = () => {
    if (now && now.length > 1) onChange([...value, now])
    setNow(null)
  }
  const shown = now ? [...value, now] : value
  return (
    <div>
      <p className={classes.label}>{words.draw}</p>
      <svg
        ref={field}
        className={classes.pad}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${words.draw}. ${value.length > 0 ? words.drawn : words.empty}`}
        onPointerDown={(event) => {
          if (value.length >= most.strokes) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setNow([pointOf(event)])
        }}
        onPointerMove={(event) => {
          if (!now || now.length >= most.points) return
          setNow([...now, pointOf(event)])
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {shown.map((stroke, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only added at the end
          <path key={at} d={stroke.map(([x, y], step) => `${step === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
        ))}
      </svg>
      <div className={classes.padFoot}>
        <span role={error ? 'alert' : undefined}>{error ?? about}</span>
        {value.length > 0 ? (
          <Button size="small" variant="quiet" onPress={() => onChange([])}>
            {words.clear}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
