import type { Activity } from '@deskhand/contract'
import { daysInText } from '../ui/daysInText.ts'
import { stateWords } from '../ui/words.ts'
import { activityWords } from './activityWords.ts'

const textIn = (metadata: Activity['metadata'], ...names: string[]): string | null => {
  for (const name of names) {
    const value = metadata[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}

/** What a person wrote in this entry: a message, a question, a reason, the solution. Null for a bare change. */
export function textOf(entry: Activity): string | null {
  if (entry.activityType === 'COMMENT') return entry.message
  if (entry.activityType !== 'STATUS_CHANGE' || entry.metadata['correction']) return null
  return textIn(entry.metadata, 'question', 'resolutionText', 'reason')
}

/** A change in a sentence, as the desk reads it: "Ana Ruiz took this". */
export function activitySentence(entry: Activity, { withoutName = false } = {}): string {
  const words = sentenceOf(entry)
  const { authorName } = entry
  // What Deskhand tells by itself is a sentence about somebody else: "Marta Gil was asked to approve this".
  if (entry.authorId === null && /^\p{Lu}/u.test(words)) return words
  if (!withoutName) return words.startsWith(authorName) ? words : `${authorName} ${words}`
  return words.startsWith(`${authorName} `) ? words.slice(authorName.length + 1) : words
}

function sentenceOf({ activityType, metadata, message, authorName, authorRole }: Activity): string {
  // Of a correction the server's own sentence names both people.
  if (activityType !== 'STATUS_CHANGE' || metadata['correction'])
    return daysInText(message.replace(/\.$/, ''))
  const from = textIn(metadata, 'from')
  const to = textIn(metadata, 'to')
  if (to === 'RESOLVED' && textIn(metadata, 'resolutionCode') === 'WITHDRAWN') return activityWords.withdrew
  if (from === 'RESOLVED' && to === 'IN_PROGRESS') return activityWords.reopened
  if (from === 'REJECTED' && to === 'IN_REVIEW') return activityWords.appealed
  // An answer takes it back to where it was; whoever asked did not start to work.
  if (from === 'ACTION_REQUIRED' && authorRole === 'Requester') return activityWords.answered
  if (to === 'IN_PROGRESS' && (from === 'ACTION_REQUIRED' || from === 'WAITING')) return activityWords.wentOn
  if (to && to in activityWords.moved) return activityWords.moved[to as keyof typeof activityWords.moved]
  if (to && to in stateWords) return `${authorName}: ${stateWords[to as keyof typeof stateWords].technician}`
  return message
}
