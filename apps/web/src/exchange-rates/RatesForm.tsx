import { type ExchangeRates, exchangeRates } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { UnsavedGuard } from '../shell/UnsavedGuard.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem, partProblem } from '../ui/problem.ts'
import { shortDate, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './RatesForm.module.css'
import { rateWords as words } from './words.ts'

type Line = { id: string; currency: string; rate: string; updatedAt: string | null }

/** The company's own currency and what one unit of each other is worth in it; they are set together. */
export function RatesForm({ rates }: { rates: ExchangeRates }) {
  const now = useNow()
  const [own, setOwn] = useState<string>(rates.own)
  const [lines, setLines] = useState<Line[]>(rates.rates.map((one) => ({ id: one.currency, ...one })))
  const [isDirty, setDirty] = useState(false)
  const save = useCommand(exchangeRates.set, {
    onSuccess: () => {
      setDirty(false)
      toast(words.saved)
    },
  })
  const change = (next: Line[]) => {
    setLines(next)
    setDirty(true)
  }
  const set = (at: number, part: Partial<Line>) =>
    change(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const said = (at: number, field: string) => fieldProblem(save.error, `rates/${at}/${field}`) ?? null
  return (
    <Form
      className={classes.form}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          body: {
            own,
            rates: lines.map(({ currency, rate }) => ({ currency, rate: rate.replace(',', '.') })),
          },
        })
      }
    >
      <TextInput
        className={classes.own ?? ''}
        label={words.own}
        description={words.ownAbout}
        maxLength={3}
        value={own}
        error={fieldProblem(save.error, 'own') ?? null}
        onChange={(event) => {
          setOwn(event.currentTarget.value.toUpperCase())
          setDirty(true)
        }}
      />
      {lines.length === 0 ? <p className={classes.about}>{words.empty}</p> : null}
      {lines.map((line, at) => (
        <div key={line.id} className={classes.line}>
          <TextInput
            label={words.currency}
            maxLength={3}
            value={line.currency}
            error={said(at, 'currency')}
            onChange={(event) =>
              set(at, { currency: event.currentTarget.value.toUpperCase(), updatedAt: null })
            }
          />
          <TextInput
            label={words.worth(own)}
            aria-label={words.rateOf(line.currency)}
            inputMode="decimal"
            value={line.rate}
            error={said(at, 'rate')}
            onChange={(event) => set(at, { rate: event.currentTarget.value, updatedAt: null })}
          />
          <p className={classes.about}>
            {line.updatedAt ? words.changedOn(shortDate(new Date(line.updatedAt), now)) : ''}
          </p>
          <IconButton
            label={words.remove(line.currency)}
            icon={<Icon of={X} />}
            onPress={() => change(lines.filter((one) => one !== line))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          onPress={() =>
            change([...lines, { id: crypto.randomUUID(), currency: '', rate: '', updatedAt: null }])
          }
        >
          {words.add}
        </Button>
      </div>
      <ProblemNotice
        problem={partProblem(save.error, 'rates') && isAtField(lines, said) ? null : save.error}
      />
      <div>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {words.save}
        </Button>
      </div>
      <UnsavedGuard isDirty={isDirty} />
    </Form>
  )
}

const isAtField = (lines: readonly Line[], said: (at: number, field: string) => string | null) =>
  lines.some((_, at) => said(at, 'currency') ?? said(at, 'rate'))
