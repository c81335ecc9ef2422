import type { WaitReason } from '../shapes.ts'

export const noResponse =
  'We asked and heard nothing for ten working days, so we have set this aside. Write here and we go on.'
export const sameAsTwin = 'The same is already open as {twin}. We go on there, and you’ll hear from us.'

/** The day has come and the thing has not. */
export const lateWords = [
  'The day has passed without it. Asking again.',
  'Nothing has arrived. I am on the phone with them.',
]
export const putOff: Record<WaitReason, string> = {
  VENDOR: 'They have put it off to {until}. Sorry for the delay.',
  PART: 'The part is late. The new date is {until}.',
  DELIVERY: 'The delivery is delayed and now announced for {until}.',
  APPOINTMENT: 'The appointment had to move to {until}.',
  CHANGE: 'The change has moved to {until}.',
  DATE: 'Moved to {until}.',
  OTHER: 'No answer yet. I have asked again and look at it on {until}.',
}
