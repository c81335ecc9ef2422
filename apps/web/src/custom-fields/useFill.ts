import {
  type Answers,
  type AnswerValue,
  customFields,
  isBlank,
  type Request,
  type RequestField,
  requests,
} from '@deskhand/contract'
import { useState } from 'react'
import { queryClient, reading, useCommand } from '../api.ts'
import { problemOf } from '../ui/problem.ts'

export type Overtaken = { field: RequestField; mine: AnswerValue }

type Filling = {
  request: Request
  fields: readonly RequestField[]
  onSaved: () => void
  onTheirs: (answers: Answers) => void
}

const valuesOf = (fields: readonly RequestField[]): Answers =>
  Object.fromEntries(fields.map(({ key, value }) => [key, value]))

const isSame = (one: AnswerValue | undefined, other: AnswerValue | undefined) =>
  JSON.stringify(isBlank(one) ? null : one) === JSON.stringify(isBlank(other) ? null : other)

/**
 * Saves what one changed of the fields, over the values that one began with. Where somebody else filled in others, both
 * hold; where it was the same field, nothing is saved until one has seen theirs. What they left in those that one did
 * not touch is told by `onTheirs`, so that the form shows it.
 */
export function useFill({ request, fields, onSaved, onTheirs }: Filling) {
  const params = { id: request.id }
  const [began, setBegan] = useState({ version: request.version, fields })
  const [overtaken, setOvertaken] = useState<Overtaken[]>([])
  const [isLooking, setLooking] = useState(false)
  const { mutateAsync, isPending, error, reset } = useCommand(customFields.fill)

  async function save(answers: Answers, seen = began): Promise<void> {
    const changed = seen.fields.filter(({ key, value }) => !isSame(answers[key], value))
    if (changed.length === 0) return onSaved()
    const mine = Object.fromEntries(changed.map(({ key }) => [key, answers[key] ?? null]))
    try {
      await mutateAsync({ params, ifMatch: seen.version, body: { customFields: mine } })
      onSaved()
    } catch (thrown) {
      if (problemOf(thrown)?.code === 'stale') await look(answers, mine, seen)
    }
  }

  async function look(answers: Answers, mine: Answers, seen: typeof began) {
    setLooking(true)
    const fresh = { staleTime: 0 }
    const both = await Promise.all([
      queryClient.fetchQuery({ ...reading(requests.get, { params }), ...fresh }),
      queryClient.fetchQuery({ ...reading(customFields.ofRequest, { params }), ...fresh }),
    ]).catch(() => null)
    setLooking(false)
    // That somebody was quicker is said then, and nothing more is known.
    if (!both) return
    const [whole, listed] = both
    const theirs = new Map(listed.data.map((field) => [field.key, field]))
    // Only what differs from this is sent: what one did not touch stays as they left it.
    const fields = seen.fields.map((was) => theirs.get(was.key) ?? was)
    const untouched = valuesOf(fields.filter(({ key }) => !(key in mine)))
    onTheirs(untouched)
    const over = seen.fields.flatMap((was): Overtaken[] => {
      const field = theirs.get(was.key)
      const value = mine[was.key]
      if (value === undefined || !field) return []
      return isSame(field.value, was.value) || isSame(field.value, value) ? [] : [{ field, mine: value }]
    })
    const now = { version: whole.version, fields }
    if (over.length === 0) return save({ ...answers, ...untouched }, now)
    setOvertaken(over)
    setBegan(now)
  }

  /** Lets theirs hold in every field that both filled in. */
  function takeTheirs() {
    onTheirs(valuesOf(overtaken.map(({ field }) => field)))
    setOvertaken([])
    reset()
  }

  const problem = overtaken.length > 0 && problemOf(error)?.code === 'stale' ? null : error
  return { save, takeTheirs, overtaken, problem, isPending: isPending || isLooking }
}
