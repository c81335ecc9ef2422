import { surveys } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { answer, answerByLink } from './commands/answer.ts'
import { setRate } from './commands/setRate.ts'
import { get } from './queries/get.ts'
import { invitation } from './queries/invitation.ts'
import { list } from './queries/list.ts'
import { rates } from './queries/rates.ts'
import { reactions } from './reactions.ts'

export const surveysSlice = slice(
  'surveys',
  surveys,
  { get, answer, invitation, answerByLink, list, rates, setRate },
  { reactions },
)
