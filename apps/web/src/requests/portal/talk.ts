import type { Activity, Request } from '@deskhand/contract'
import { activitySentence, textOf } from '../activitySentence.ts'
import { requestWords as words } from './words.ts'

type File = Activity['attachments'][number]

export type TalkPart =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  | { kind: 'event'; key: string; at: string; words: string }
  | {
      kind: 'bubble'
      key: string
      at: string
      author: string
      authorId: string | null
      text: string | null
      files: File[]
      /** What it was made of; the opening has none. */
      entry: Activity | null
    }

type Bubble = Extract<TalkPart, { kind: 'bubble' }>

const dayOf = (at: string) => new Date(at).toDateString()
const together = 10 * 60_000

/** A screenshot that follows within minutes belongs to the words before it. */
const belongs = (last: TalkPart | undefined, entry: Activity): last is Bubble =>
  last?.kind === 'bubble' &&
  last.authorId === entry.authorId &&
  new Date(entry.createdAt).getTime() - new Date(last.at).getTime() < together

const eventOf = (entry: Activity, readerId: string): TalkPart => ({
  kind: 'event',
  key: `${entry.id}:event`,
  at: entry.createdAt,
  words: sentence(entry, readerId),
})

/** The reader is "You" in their own conversation. */
function sentence(entry: Activity, readerId: string) {
  const who = entry.authorId === readerId ? words.you : entry.authorName
  // A timer's own words are the whole sentence, unless they stand in the bubble above.
  if (entry.authorId === null && textOf(entry) === null) return entry.message
  return `${who} ${activitySentence(entry, { withoutName: true })}.`
}

/** Their own answer, said by the bubble above it already, and the opening, said by the first one. */
const isSaid = ({ activityType, metadata }: Activity) =>
  metadata['event'] === 'opened' ||
  (activityType === 'STATUS_CHANGE' && metadata['from'] === 'ACTION_REQUIRED')

function opening(request: Request): TalkPart {
  const { createdBy, createdAt, description } = request
  return {
    kind: 'bubble',
    key: 'opening',
    at: createdAt,
    author: createdBy.name,
    authorId: createdBy.id,
    text: description ?? request.summary,
    files: [],
    entry: null,
  }
}

type Options = {
  readerId: string
  /** Up to when the reader had seen it, or null where nothing is marked. */
  lookedAt: string | null
  /** Files of a message that is just being sent: they come with it. */
  hidden: ReadonlySet<string>
  /** The beginning is loaded, so that what was asked comes first. */
  isWhole: boolean
}

/** The timeline as a conversation: messages as bubbles, changes as quiet lines, days between them. */
export function talkParts(request: Request, entries: readonly Activity[], options: Options): TalkPart[] {
  const { readerId, lookedAt, hidden } = options
  const parts: TalkPart[] = []
  let day = ''
  let isMarked = lookedAt === null
  const enter = (at: string, authorId: string | null) => {
    if (dayOf(at) !== day) parts.push({ kind: 'day', key: `day ${at}`, at })
    day = dayOf(at)
    if (isMarked || authorId === readerId || !lookedAt || new Date(at) <= new Date(lookedAt)) return
    parts.push({ kind: 'new', key: 'new' })
    isMarked = true
  }
  if (options.isWhole) {
    enter(request.createdAt, request.createdBy.id)
    parts.push(opening(request))
  }
  for (const entry of entries) {
    if (entry.isInternal) continue
    const text = textOf(entry)
    const files = entry.attachments.filter(({ id }) => !hidden.has(id))
    const isFileOnly = entry.activityType === 'ATTACHMENT'
    if (isFileOnly && files.length === 0) continue
    if (text === null && !isFileOnly && isSaid(entry)) continue
    const last = parts.at(-1)
    if (isFileOnly && belongs(last, entry)) {
      last.files.push(...files)
      continue
    }
    enter(entry.createdAt, entry.authorId)
    if (text !== null || isFileOnly) {
      const { id, createdAt, authorName, authorId } = entry
      parts.push({ kind: 'bubble', key: id, at: createdAt, author: authorName, authorId, text, files, entry })
    }
    // A question speaks for itself; what else is said with a change of state is followed by the change.
    const isChange = entry.activityType !== 'COMMENT' && !isFileOnly
    if (isChange && entry.metadata['to'] !== 'ACTION_REQUIRED') parts.push(eventOf(entry, readerId))
  }
  return parts
}
