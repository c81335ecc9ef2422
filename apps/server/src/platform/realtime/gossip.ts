import { Doing } from '@deskhand/contract'
import * as z from 'zod'
import type { Bell } from '../log/bell.ts'
import type { Spot } from './place.ts'

/** Somebody came, changed what they do, or went: ids only, never a name or a word of theirs. */
export type News = Spot & { personId: string; isStaff: boolean; doing: Doing | null }

const Line = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.boolean(),
  z.string(),
  z.boolean(),
  Doing.nullable(),
])
const Word = z.discriminatedUnion('type', [
  z.object({ type: z.literal('news'), from: z.string(), lines: z.array(Line) }),
  z.object({ type: z.literal('ask'), from: z.string() }),
  z.object({ type: z.literal('bye'), from: z.string() }),
  z.object({ type: z.literal('other'), from: z.string(), what: z.unknown() }),
])
type Word = z.infer<typeof Word>

/** PostgreSQL takes 8,000 bytes; a line has at most 220. */
const mostLines = 30
/** Gathers what happens at once. */
const gather = 50

type Hearers = {
  news: (from: string, news: News) => void
  ask: () => void
  bye: (from: string) => void
  other: (what: unknown) => void
}

/** What processes on one database tell each other about who is where; each packet holds many lines. */
export function openGossip(bell: Bell, self: string, hearers: Hearers) {
  let waiting: News[] = []
  let timer: NodeJS.Timeout | null = null

  const send = (word: Word) => bell.say(JSON.stringify(word))
  const flush = () => {
    timer = null
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += mostLines) {
      const lines = all
        .slice(at, at + mostLines)
        .map(
          (one): z.infer<typeof Line> => [
            one.companyId,
            one.requestId,
            one.deskId,
            one.isConfidential,
            one.personId,
            one.isStaff,
            one.doing,
          ],
        )
      send({ type: 'news', from: self, lines })
    }
  }

  const deafen = bell.onWord((text) => {
    const word = Word.safeParse(parse(text))
    if (!word.success) return
    switch (word.data.type) {
      case 'news':
        for (const [companyId, requestId, deskId, isConfidential, personId, isStaff, doing] of word.data
          .lines) {
          hearers.news(word.data.from, {
            companyId,
            requestId,
            deskId,
            isConfidential,
            personId,
            isStaff,
            doing,
          })
        }
        return
      case 'ask':
        return hearers.ask()
      case 'bye':
        return hearers.bye(word.data.from)
      case 'other':
        return hearers.other(word.data.what)
    }
  })

  return {
    tell(news: News): void {
      waiting.push(news)
      timer ??= setTimeout(flush, gather)
    },
    ask: () => send({ type: 'ask', from: self }),
    other: (what: unknown) => send({ type: 'other', from: self, what }),
    close(): void {
      if (timer) clearTimeout(timer)
      send({ type: 'bye', from: self })
      deafen()
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
