import { homeWords as words } from './words.ts'

/** By the hour of the reader's zone; in the night it wishes nobody an evening. */
export function greeting(name: string, hour: number) {
  const { morning, afternoon, evening, night } = words.greetings
  const part = hour < 5 || hour >= 23 ? night : hour < 12 ? morning : hour < 18 ? afternoon : evening
  return words.greeting(part, name)
}

/** The one line that is true now. */
export function trueLine(needs: number, inHand: number) {
  if (needs > 0) return words.needsYou(needs, inHand)
  if (inHand === 1) return words.oneInHand
  return inHand > 0 ? words.inHand(inHand) : words.calm
}
