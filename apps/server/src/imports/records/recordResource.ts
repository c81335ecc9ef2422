import { importPermissions } from '@deskhand/contract'
import { callWithin } from '../../platform/http/within.ts'
import { newId } from '../../platform/ids.ts'
import { type RecordEvent, recordWithin } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { makeNamed } from '../assets/makeNamed.ts'
import { readNames } from '../assets/names.ts'
import { type Draft, keepDraft, openDraft } from '../assets/resolve.ts'
import type { Outcome, Plan, Resource, Run, Work } from '../resources.ts'
import type { Said } from '../rows.ts'
import { words } from '../words.ts'
import type { Deed, RecordKind, There } from './kind.ts'
import { sorted } from './order.ts'

/** Rows of one transaction: each is some statements of its own, and holds what its command locks. */
const piece = 50
/** They are put in order before the first, and so are all in memory. */
const most = 20_000

/** Records that come in by the commands of their slice, row by row between savepoints. */
export function recordResource(kind: RecordKind): Resource {
  return {
    piece,
    most,
    door: kind.door ?? 'app',
    order: (rows) => sorted(rows, kind.inOrder),
    open: async ({ tx }, { existing, makesMissing }) => {
      const names = await readNames(tx)
      const index = new Map<string, There[]>()
      const keep = (one: There) => {
        for (const key of new Set(one.keys)) {
          const others = (index.get(key) ?? []).filter(({ id }) => id !== one.id)
          index.set(key, [...others, one])
        }
      }
      for (const one of await kind.read(tx)) keep(one)
      /** In which row each stands first, by what the row calls it and by its id. */
      const seen = new Map<string, number>()
      const note = (said: Said, there: There | undefined) => {
        for (const name of [kind.keyOf(said), there?.id ?? ''])
          if (name !== '' && !seen.has(name)) seen.set(name, said.row)
      }
      const fresh: string[] = []
      /** What an earlier piece of a rehearsal would have made. */
      const ahead = new Set<string>()
      const isAhead = (value: unknown) =>
        (JSON.stringify(value).match(/[0-9a-f-]{36}/g) ?? []).some((id) => ahead.has(id))

      /** One row; what it would be, or why not. */
      async function take(work: Work, said: Said, within: string | null, along: Draft): Promise<Outcome> {
        const key = kind.keyOf(said)
        const all = index.get(key) ?? []
        const [there] = all
        const earlier = seen.get(key) ?? seen.get(there?.id ?? '')
        note(said, there)
        if (all.length > 1) said.faults.push({ field: null, message: words.severalSuch })
        else if (earlier !== undefined && (!kind.more || !there))
          said.faults.push({ field: null, message: words.sameAs(earlier) })
        if (said.faults.length > 0) return 'faulty'
        if (there && earlier === undefined && existing === 'SKIP') return 'unchanged'
        const { lines, hold } = openNotes()
        const draft = openDraft()
        let isMade = false
        const made: There[] = []
        const prepare = async () => {
          const [fault] = said.faults
          if (fault) throw new Stop('rule', fault.message)
          if (!isMade) await makeAlong({ ...work, record: hold }, draft)
          isMade = true
        }
        const deed: Deed = {
          ...work,
          record: within ? recordWithin(hold, { operationId: within }) : hold,
          said,
          names,
          draft,
          makesMissing,
          called: (name) => index.get(name) ?? [],
          call: async (handler, given) => {
            await prepare()
            if (!isAhead(given)) return callWithin(deed, handler, given)
            const id = newId()
            ahead.add(id)
            return { id, isChanged: true }
          },
          when: async (ids, run) => {
            await prepare()
            if (!isAhead(ids)) await run()
          },
        }
        const outcome = await work.tx
          .attempt(async (): Promise<Outcome> => {
            if (there && earlier !== undefined) {
              if (await kind.more?.(deed, there)) return 'changed'
              throw new Stop('rule', words.sameAs(earlier))
            }
            if (there) return (await kind.change(deed, there)) ? 'changed' : 'unchanged'
            made.push(await kind.add(deed))
            return 'new'
          })
          .catch((error: unknown): Outcome => {
            if (!(error instanceof Stop)) throw error
            if (said.faults.length === 0) said.faults.push(...faultsOf(kind, said, error))
            return 'faulty'
          })
        if (outcome === 'faulty') return outcome
        for (const tell of lines) tell(work.record)
        for (const one of made) {
          keep(one)
          fresh.push(one.id)
        }
        keepDraft(names, draft)
        for (const name of ['category', 'manufacturer', 'model', 'location'] as const) add(along, draft, name)
        return outcome
      }

      const run: Run = {
        pass: (rows) => {
          for (const said of rows) note(said, index.get(kind.keyOf(said))?.[0])
        },
        async plan(work, rows, { lock }) {
          const outcomes: Outcome[] = []
          const along = openDraft()
          const makes: Plan['makes'] = {}
          const takeAll = async (inside: Work, within: string | null) => {
            for (const said of rows) outcomes.push(await take(inside, said, within, along))
            for (const [name, list] of Object.entries(along))
              makes[name] = list.map((one: { name: string }) => one.name)
          }
          if (!lock) {
            await work.tx.run('savepoint rehearsal')
            await takeAll({ ...work, record: () => undefined }, null)
            await work.tx.run('rollback to savepoint rehearsal')
            await work.tx.run('release savepoint rehearsal')
            for (const id of fresh) ahead.add(id)
            for (const list of Object.values(along)) for (const { id } of list) ahead.add(id)
          }
          return { outcomes, makes, write: takeAll, keep: () => undefined }
        },
      }
      return run
    },
  }
}

function add(along: Draft, draft: Draft, name: keyof Draft): void {
  // The lists of one name are of one kind.
  const list: unknown[] = along[name]
  list.push(...draft[name])
}

/** Makes what a row names and is not there; who may not make such by hand may not by a list. */
async function makeAlong(work: Work, draft: Draft): Promise<void> {
  if (Object.values(draft).every((list) => list.length === 0)) return
  const isNew = draft.category.length + draft.location.length > 0
  if (isNew && !work.actor.permissions.has(importPermissions.locations))
    throw new Stop(
      'forbidden',
      words.mayNotMake([...draft.category, ...draft.location].map(({ name }) => name)),
    )
  await makeNamed(work, draft)
}

/** Holds back what is recorded until the row is sure. */
function openNotes() {
  const lines: ((record: RecordEvent) => void)[] = []
  const hold: RecordEvent = (name, subject, data, changes, within) => {
    lines.push((record) => record(name, subject, data, changes, within))
  }
  return { lines, hold }
}

/** What a command refused, by the column that it means. */
function faultsOf({ columns = {} }: RecordKind, said: Said, refusal: Stop): Said['faults'] {
  const faults = (refusal.extra.errors ?? []).map(({ pointer, message }) => {
    const name = pointer.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? ''
    const field = columns[name] ?? name
    return { field: field in said.cells ? field : null, message }
  })
  return faults.length > 0 ? faults : [{ field: null, message: refusal.message }]
}
