import type { Tx } from '../../platform/db/transaction.ts'
import type { Handler } from '../../platform/http/handle.ts'
import type { Called } from '../../platform/http/within.ts'
import type { Names } from '../assets/names.ts'
import type { Draft } from '../assets/resolve.ts'
import type { Work } from '../resources.ts'
import type { Said } from '../rows.ts'

/** A record that is there, and all that a row may call it. */
export type There = { id: string; keys: string[]; kind?: string; isRemoved?: boolean }

/** One row on its way into commands. */
export type Deed = Work & {
  said: Said
  /** What other slices have, by name, and what of it is made along. */
  names: Names
  draft: Draft
  makesMissing: boolean
  /** Records of this kind that are called so; several of one name are all there. */
  called: (key: string) => There[]
  /** Does a command, after whatever the row names and is not there has been made. Stops where the row has faults. */
  call: (handler: Handler, given: { params?: Record<string, string>; body?: object }) => Promise<Called>
  /** Does what no route does, with what has these ids; left out of a rehearsal where one of them is not there yet. */
  when: (ids: readonly string[], work: () => Promise<void>) => Promise<void>
}

/** A kind of record that lists can bring: how rows become commands. Each row is one record, or more of one. */
export type RecordKind = {
  /** The role of the database by which its commands work. */
  door?: 'auth'
  read: (tx: Tx) => Promise<There[]>
  /** What a row calls its record. */
  keyOf: (said: Said) => string
  /** By which names other rows may mean it, and the one that it means itself and that comes before it. */
  inOrder?: { namesOf: (said: Said) => string[]; afterOf: (said: Said) => string | null }
  add: (deed: Deed) => Promise<There>
  /** Answers whether anything changed. */
  change: (deed: Deed, there: There) => Promise<boolean>
  /** What another row of a record in the same list adds to it; false where it adds nothing. */
  more?: (deed: Deed, there: There) => Promise<boolean>
  /** Fields of its commands by their columns, where they are called otherwise. */
  columns?: Record<string, string>
}

/** What a row says in these columns; an empty cell says nothing. */
export const saidIn = (said: Said, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = said.values[field]
      return value === null || value === undefined ? [] : [[field, value]]
    }),
  )

export const textOf = (said: Said, field: string): string | null => {
  const value = said.values[field]
  return typeof value === 'string' ? value : null
}

export const numberOf = (said: Said, field: string): number | null => {
  const value = said.values[field]
  return typeof value === 'number' ? value : null
}

/** A key of several parts, of which a row may leave some out: every way to say it. */
export function everyWay(...parts: (string | null)[]): string[] {
  const ways = parts.reduce<string[][]>(
    (before, part, at) =>
      before.flatMap((way) =>
        at === 0 || !part
          ? [[...way, part ?? '']]
          : [
              [...way, part],
              [...way, ''],
            ],
      ),
    [[]],
  )
  return ways.map(keyed)
}

export const keyed = (parts: readonly (string | null)[]): string =>
  parts.map((part) => (part ?? '').trim().toLowerCase()).join('\u0000')
