import { isTag, tagFault } from '@deskhand/contract'
import { type AssetRecord, assetNames, lockAssets } from '../../assets/access.ts'
import { type AssetChange, changeAssets, type NewAsset } from '../../assets/commands/write.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { Outcome, Plan, Resource, Run, Work } from '../resources.ts'
import type { Said } from '../rows.ts'
import { words } from '../words.ts'
import { addThings } from './addThings.ts'
import { blank, changesFor, daysOf, factsOf, standingFor } from './facts.ts'
import { makeNamed } from './makeNamed.ts'
import { readNames } from './names.ts'
import { keepDraft, openDraft, resolve } from './resolve.ts'

const upper = (said: Said, field: string): string | null => {
  const value = said.values[field]
  return typeof value === 'string' ? value.toUpperCase() : null
}

/** A list of things. Which is which is told by its tag, else by its serial number. */
export const assetResource: Resource = {
  door: 'app',
  piece: 500,
  async open({ tx, actor }, { existing, makesMissing }) {
    const names = await readNames(tx)
    const known = idsOf(await assetNames({ tx, actor }))
    /** In which row each tag stands first; no other thing gets one of them. */
    const tags = new Map<string, number>()
    const serials = new Map<string, number>()
    /** What was there before and has been written by a row of the list. */
    const touched = new Set<string>()

    /** Stops a row that names the tag or serial number of an earlier one. */
    const noteSame = (said: Said, field: string, seen: Map<string, number>) => {
      const name = upper(said, field)
      if (name === null) return
      const earlier = seen.get(name)
      if (earlier === undefined) seen.set(name, said.row)
      else if (earlier !== said.row) said.faults.push({ field, message: words.sameAs(earlier) })
    }
    const note = (said: Said) => {
      noteSame(said, 'assetTag', tags)
      noteSame(said, 'serialNumber', serials)
    }

    const run: Run = {
      foresee: (rows) => {
        for (const said of rows) {
          const tag = upper(said, 'assetTag')
          if (tag && !tags.has(tag)) tags.set(tag, said.row)
        }
      },
      pass: (rows) => {
        for (const said of rows) note(said)
      },
      async plan(work, rows, { lock }) {
        const there = await thoseThere(work, rows, known, lock)
        const draft = openDraft()
        const outcomes: Outcome[] = []
        const news: (Omit<NewAsset, 'assetTag'> & { assetTag: string | null })[] = []
        const changes: AssetChange[] = []
        const ids = new Set<string>()
        for (const said of rows) {
          const before = Object.values(draft).map((list) => list.length)
          note(said)
          const resolved = resolve({ names, draft, makesMissing }, said)
          const facts = factsOf(said, resolved)
          const asset = there.of(said)
          if (asset && (touched.has(asset.id) || ids.has(asset.id)))
            said.faults.push({ field: null, message: words.sameThing(asset.assetTag) })
          let outcome: Outcome = 'new'
          if (asset && !asset.deletedAt) {
            const given = existing === 'SKIP' ? {} : changesFor(said, asset, facts, resolved)
            const fields = Object.keys(changesBetween<object>(asset, given))
            outcome = fields.length > 0 ? 'changed' : 'unchanged'
            if (said.faults.length === 0 && fields.length > 0)
              changes.push({ asset, name: 'asset.updated', data: { fields }, given })
          } else {
            const { category, model } = resolved
            const tag = upper(said, 'assetTag')
            if (!asset && tag !== null && !isTag(tag))
              said.faults.push({ field: 'assetTag', message: tagFault })
            const standing = standingFor(said, resolved)
            if (!category && !said.faults.some(({ field }) => field === 'category' || field === 'model'))
              said.faults.push({ field: null, message: words.noKind })
            if (said.faults.length === 0 && category) {
              const kind = { categoryId: category.id, modelId: model?.id ?? null, source: 'import' as const }
              const given = { ...daysOf(facts, resolved), ...facts, ...standing, ...kind }
              if (asset)
                changes.push({
                  asset,
                  name: 'asset.restored',
                  data: {},
                  given: { ...blank, ...given, deletedAt: null },
                })
              else news.push({ ...given, assetTag: tag, deskId: category.deskId })
            }
          }
          if (said.faults.length > 0) {
            outcome = 'faulty'
            // What only a faulty row names is not made.
            for (const [at, list] of Object.values(draft).entries()) list.length = before[at] ?? 0
          } else if (asset) ids.add(asset.id)
          outcomes.push(outcome)
        }
        return {
          outcomes,
          makes: Object.fromEntries(
            Object.entries(draft).map(([kind, list]) => [kind, list.map(({ name }) => name)]),
          ),
          async write(inside, operationId) {
            await makeNamed(inside, draft)
            await addThings(inside, news, tags, operationId)
            await changeAssets(
              inside,
              changes.map((one) => ({ ...one, within: { operationId } })),
            )
          },
          keep() {
            keepDraft(names, draft)
            for (const id of ids) touched.add(id)
          },
        } satisfies Plan
      },
    }
    return run
  },
}

type Known = { tags: ReadonlyMap<string, string>; serials: ReadonlyMap<string, string> }

/**
 * Who has which tag and serial number, read once: asked for each piece, row-level security would have every thing of
 * the company looked at each time. Who takes one meanwhile makes the insert fail, and the run begins anew.
 */
const idsOf = (all: Awaited<ReturnType<typeof assetNames>>): Known => ({
  tags: new Map(all.map(({ id, tag }) => [tag, id])),
  serials: new Map(all.flatMap(({ id, serial }) => (serial === null ? [] : [[serial, id] as const]))),
})

/** The things that these rows mean. A serial number of another thing than the tag says is a fault. */
async function thoseThere(
  { tx, actor }: Omit<Work, 'record'>,
  rows: readonly Said[],
  known: Known,
  lock: boolean,
) {
  const ids = rows.flatMap((said) => [
    known.tags.get(upper(said, 'assetTag') ?? '') ?? [],
    known.serials.get(upper(said, 'serialNumber') ?? '') ?? [],
  ])
  const wanted = [...new Set(ids.flat())]
  const found = wanted.length > 0 ? await lockAssets({ tx, actor }, wanted, { trashed: true, lock }) : []
  const byTag = new Map(found.map((asset) => [asset.assetTag.toUpperCase(), asset]))
  const bySerial = new Map(
    found.flatMap((asset): [string, AssetRecord][] =>
      asset.serialNumber && !asset.deletedAt ? [[asset.serialNumber.toUpperCase(), asset]] : [],
    ),
  )
  return {
    of(said: Said): AssetRecord | null {
      const tag = upper(said, 'assetTag')
      const tagged = (tag && byTag.get(tag)) || null
      const owner = bySerial.get(upper(said, 'serialNumber') ?? '') ?? null
      if (owner && tag && owner.id !== tagged?.id)
        said.faults.push({ field: 'serialNumber', message: words.serialTaken(owner.assetTag) })
      return tagged ?? (tag ? null : owner)
    },
  }
}
