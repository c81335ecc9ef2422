import { type AssetRelation, assetRelations } from '@deskhand/contract'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/toast.tsx'
import { PutInDialog } from './PutInDialog.tsx'
import { RelationDialog } from './RelationDialog.tsx'
import classes from './RelationsTab.module.css'
import { relationWords as words } from './words.ts'

const shownPeople = 8

/** What is in a thing, what it has to do with others, and what stops when it fails. */
export default function RelationsTab({ asset, asOf }: TabProps) {
  const params = { id: asset.id }
  const inside = useRead(assetRelations.components, { params })
  const relations = useRead(assetRelations.list, { params })
  const impact = useRead(assetRelations.impact, { params })
  const [isAdding, setAdding] = useState(false)
  const [isPutting, setPutting] = useState(false)
  const { undo, dialog } = useUndo()
  const set = useCommand(assetRelations.setComponents, {
    onError: (error) => toast(words.failed(problemOf(error)?.detail ?? error.message)),
  })
  const mayWrite = asset.mayChange && asOf === null
  const takeOut = (part: { id: string; assetTag: string }) => {
    const rest = (inside.data?.data ?? []).filter(({ id }) => id !== part.id)
    set.mutate(
      { params, body: { assetIds: rest.map(({ id }) => id) } },
      {
        onSuccess: ({ operationId }) =>
          toast(words.takenOut(part.assetTag), operationId ? { undo: () => undo(operationId, 1) } : {}),
      },
    )
  }
  const reads = [inside, relations, impact]
  const failed = reads.find(({ error }) => error)
  return (
    <div className={classes.tab}>
      {asOf ? <p className={classes.quiet}>{words.now}</p> : null}
      <ProblemNotice problem={failed?.error} onRetry={() => void failed?.refetch()} />
      {reads.some(({ isPending }) => isPending) ? <SkeletonRows rows={5} lines={1} /> : null}
      {relations.data ? (
        <section>
          <SectionTitle
            action={
              mayWrite ? (
                <Button size="small" onPress={() => setAdding(true)}>
                  {words.add}
                </Button>
              ) : null
            }
          >
            {words.relations}
          </SectionTitle>
          {relations.data.data.length === 0 ? <p className={classes.quiet}>{words.noRelations}</p> : null}
          <ul className={classes.list} aria-label={words.relations}>
            {relations.data.data.map((relation) => (
              <Relation key={relation.id} assetId={asset.id} relation={relation} mayWrite={mayWrite} />
            ))}
          </ul>
        </section>
      ) : null}
      {impact.data ? (
        <section>
          <SectionTitle>{words.impact}</SectionTitle>
          <p className={classes.quiet}>
            {impact.data.data.length === 0 ? words.noImpact : words.stops(impact.data.data.length)}{' '}
            {impact.data.people.length > 0
              ? words.people(
                  impact.data.people.slice(0, shownPeople).map(({ name }) => name),
                  Math.max(0, impact.data.people.length - shownPeople),
                )
              : null}{' '}
            {impact.data.isCut ? words.cut : null}
          </p>
          <ul className={classes.list} aria-label={words.impact}>
            {impact.data.data.map((hit) => (
              <li key={hit.id} className={classes.row}>
                <Thing {...hit} />
                <span className={classes.quiet}>
                  {[words.steps(hit.depth), hit.person?.name].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {inside.data ? (
        <section>
          <SectionTitle
            action={
              mayWrite ? (
                <Button size="small" onPress={() => setPutting(true)}>
                  {words.putIn}
                </Button>
              ) : null
            }
          >
            {words.inside}
          </SectionTitle>
          {inside.data.data.length === 0 ? <p className={classes.quiet}>{words.nothingInside}</p> : null}
          <ul className={classes.list} aria-label={words.inside}>
            {inside.data.data.map((part) => (
              <li key={part.id} className={classes.row}>
                <Thing {...part} name={part.name ?? part.modelName} />
                <span className={classes.quiet}>{part.serialNumber}</span>
                {mayWrite ? (
                  <span className={classes.end}>
                    <IconButton
                      size="small"
                      label={words.takeOut(part.assetTag)}
                      icon={<Icon of={X} />}
                      onPress={() => takeOut(part)}
                    />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {isPutting ? (
        <PutInDialog
          asset={asset}
          inside={inside.data?.data ?? []}
          onDone={(part, operationId) =>
            toast(
              words.putInDone(part, asset.assetTag),
              operationId ? { undo: () => undo(operationId, 1) } : {},
            )
          }
          onClose={() => setPutting(false)}
        />
      ) : null}
      {dialog}
      {isAdding ? <RelationDialog asset={asset} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

function Thing({ assetTag, name }: { assetTag: string; name: string | null }) {
  return (
    <>
      <Tag kind="asset" reference={assetTag} size="compact" href={`/a/${encodeURIComponent(assetTag)}`} />
      <span>{name}</span>
    </>
  )
}

type RelationProps = { assetId: string; relation: AssetRelation; mayWrite: boolean }

function Relation({ assetId, relation, mayWrite }: RelationProps) {
  const { id, type, asset } = relation
  const add = useCommand(assetRelations.add)
  const remove = useCommand(assetRelations.remove, {
    onSuccess: () =>
      toast(words.removed(asset.assetTag), {
        undo: () => add.mutate({ params: { id: assetId }, body: { type, assetId: asset.id } }),
      }),
    onError: (error) => toast(words.failed(problemOf(error)?.detail ?? error.message)),
  })
  return (
    <li className={classes.row}>
      <span className={classes.quiet}>{words.kinds[type]}</span>
      <Thing {...asset} />
      {mayWrite ? (
        <span className={classes.end}>
          <IconButton
            size="small"
            label={words.remove(words.kinds[type], asset.assetTag)}
            icon={<Icon of={X} />}
            onPress={() => remove.mutate({ params: { id: assetId, relationId: id } })}
          />
        </span>
      ) : null}
    </li>
  )
}
