import { type AnswerValue, type FloorPlan, floorPlans, Pin } from '@deskhand/contract'
import { Input, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { PinBoard } from './PinBoard.tsx'
import classes from './Plan.module.css'
import { planWords as words } from './words.ts'

type PinAnswerProps = {
  id: string
  label: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  /** The site of whoever it is for: its plans come first. */
  site: unknown
  value: AnswerValue
  onChange: (value: AnswerValue) => void
  onBlur?: () => void
}

/** Which floor, and where on it. Where there are no plans and none is required, nothing is asked. */
export function PinAnswer({
  id,
  label,
  description,
  error,
  required,
  site,
  value,
  onChange,
  onBlur,
}: PinAnswerProps) {
  const { data } = useRead(floorPlans.list, {}, { staleTime: 300_000 })
  const pin = Pin.safeParse(value).data ?? null
  const [picked, setPicked] = useState<string | null>(null)
  const all = data?.data ?? []
  const plans = [...all.filter((one) => one.siteName === site), ...all.filter((one) => one.siteName !== site)]
  if (plans.length === 0 && !required) return null
  const plan = planOf(plans, picked ?? pin?.planId ?? null, site)
  return (
    <Input.Wrapper {...{ id, label, description, error }} required={required ?? false} labelElement="div">
      <div className={classes.answer}>
        <NativeSelect
          id={id}
          aria-label={`${label}: ${words.whichPlan}`}
          data={[
            { value: '', label: words.choosePlan },
            ...plans.map((one) => ({ value: one.id, label: words.named(one.siteName, one.name) })),
          ]}
          value={plan?.id ?? ''}
          {...(onBlur ? { onBlur } : {})}
          onChange={(event) => {
            setPicked(event.currentTarget.value)
            if (pin) onChange(null)
          }}
        />
        {plan ? (
          <>
            <p className={classes.about}>{words.howTo}</p>
            <PinBoard
              plan={plan}
              pin={pin?.planId === plan.id ? pin : null}
              onMove={(at) => onChange({ planId: plan.id, ...at })}
            />
            {pin ? (
              <Button size="small" onPress={() => onChange(null)}>
                {words.removePin}
              </Button>
            ) : (
              <Button size="small" onPress={() => onChange({ planId: plan.id, x: 500, y: 500 })}>
                {words.setPin}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </Input.Wrapper>
  )
}

/** The one that was picked; else the only one, or the only one of the site. */
function planOf(plans: readonly FloorPlan[], id: string | null, site: unknown): FloorPlan | undefined {
  if (id !== null) return plans.find((one) => one.id === id)
  const near = plans.filter(({ siteName }) => siteName === site)
  const few = near.length > 0 ? near : plans
  return few.length === 1 ? few[0] : undefined
}
