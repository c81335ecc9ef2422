import type { WaitReason } from '../shapes.ts'

export type Lines = string | readonly string[]

/**
 * One kind of thing that happens in the company, with the words people use for it; every line of a scenario
 * fits every other. `{slots}` are filled once per request, so the printer of the summary is the printer of
 * the answer; `{soon}`, `{later}` and `on {until}` are days seen from the moment of the line.
 */
export type Scenario = {
  type: string
  weight: number
  /** 1–12; the scenario happens in these months only. */
  months?: readonly number[]
  /** Who asks such things; everybody when absent. */
  departments?: readonly string[]
  sites?: readonly string[]
  tags?: readonly string[]
  /** May well be open for weeks. */
  isSlow?: true
  asks: readonly (readonly [summary: string, description: string])[]
  /** The technician's first public answer. */
  first: Lines
  /** Only the team reads these. */
  notes?: Lines
  /** What the requester adds after a while. */
  adds?: Lines
  /** Asked of the requester, and what they answer. */
  exchange?: readonly [question: string, answer: string]
  /** Public news on the way. */
  update?: Lines
  /** What some of these requests wait for; `chance` is 0–1, days are working days. */
  wait?: {
    chance: number
    reason: WaitReason
    days: readonly [from: number, to: number]
    /** Waits for this day of the text itself; then all of these requests do. */
    day?: 'startDate' | 'weekday'
    says: string
    done: string
  }
  ends: readonly (readonly [code: string, text: string])[]
  /** Why a supervisor sometimes says no. */
  reject?: string
}
