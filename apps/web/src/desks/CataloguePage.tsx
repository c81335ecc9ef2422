import { type Category as CategoryShape, deskManagement, type RequestType } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { useAddressQuery } from '../address.ts'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { AdminPage } from './AdminPage.tsx'
import classes from './Desks.module.css'
import { CategoryDialog } from './parts/CategoryDialog.tsx'
import { KindDialog } from './parts/KindDialog.tsx'
import { catalogueWords as words } from './words.ts'

export type Category = z.output<typeof CategoryShape>
type Edited =
  | { category: Category | null; type?: never }
  | { type: RequestType | null; inCategory: Category; category?: never }

/** What can be asked of a desk: categories in their order, and the kinds in each. */
export default function CataloguePage() {
  const { query, change } = useAddressQuery()
  const desks = useRead(deskManagement.listDesks, {})
  const deskId = query.get('desk') ?? desks.data?.data[0]?.id ?? null
  return (
    <AdminPage place="catalogue" title={words.title} about={words.about}>
      <ProblemNotice problem={desks.error} onRetry={() => void desks.refetch()} />
      <Select
        className={classes.picker ?? ''}
        label={words.desk}
        allowDeselect={false}
        data={(desks.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={deskId}
        onChange={(next) => change({ desk: next })}
      />
      {deskId ? <Shelves key={deskId} deskId={deskId} /> : <SkeletonRows rows={6} />}
    </AdminPage>
  )
}

function Shelves({ deskId }: { deskId: string }) {
  const input = { query: { serviceDeskId: deskId } }
  const categories = useRead(deskManagement.allCategories, input)
  const types = useRead(deskManagement.listRequestTypes, input)
  const [edited, setEdited] = useState<Edited | null>(null)
  const again = () => {
    void categories.refetch()
    void types.refetch()
  }
  const order = useCommand(deskManagement.orderCategories, { onSuccess: again })
  const rows = categories.data?.data
  if (!rows || !types.data) {
    const failed = categories.error ?? types.error
    return failed ? <ProblemNotice problem={failed} onRetry={again} /> : <SkeletonRows rows={8} />
  }
  const move = (at: number, step: -1 | 1) => {
    const ids = rows.map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (!moved) return
    ids.splice(at + step, 0, moved)
    order.mutate({ body: { serviceDeskId: deskId, ids } })
  }
  const all = types.data.data
  return (
    <>
      <ProblemNotice problem={order.error} />
      {rows.length === 0 ? <p>{words.empty}</p> : null}
      {rows.map((category, at) => (
        <section key={category.id} className={classes.category} aria-label={category.name}>
          <div className={classes.categoryHead}>
            <h2>
              {category.name}{' '}
              {category.isActive ? null : <span className={classes.about}>{words.retired}</span>}
            </h2>
            <IconButton
              size="small"
              label={words.up(category.name)}
              icon={<Icon of={ArrowUp} />}
              onPress={() => (at > 0 ? move(at, -1) : undefined)}
            />
            <IconButton
              size="small"
              label={words.down(category.name)}
              icon={<Icon of={ArrowDown} />}
              onPress={() => (at < rows.length - 1 ? move(at, 1) : undefined)}
            />
            <Button
              size="small"
              onPress={() => setEdited({ category })}
              label={words.editCategory(category.name)}
            >
              {words.change}
            </Button>
            <Button
              size="small"
              label={words.kindIn(category.name)}
              onPress={() => setEdited({ type: null, inCategory: category })}
            >
              {words.kind}
            </Button>
          </div>
          <ul className={classes.rows}>
            {all
              .filter((type) => type.serviceCategoryId === category.id)
              .map((type) => (
                <li key={type.id} className={classes.row}>
                  <div>
                    <p className={classes.name}>{type.name}</p>
                    <p className={classes.about}>{factsOf(type)}</p>
                  </div>
                  <Button
                    size="small"
                    onPress={() => setEdited({ type, inCategory: category })}
                    label={words.editCategory(type.name)}
                  >
                    {words.change}
                  </Button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <div>
        <Button onPress={() => setEdited({ category: null })}>{words.category}</Button>
      </div>
      {edited && edited.category !== undefined ? (
        <CategoryDialog
          deskId={deskId}
          category={edited.category}
          onClose={() => setEdited(null)}
          onSaved={again}
        />
      ) : null}
      {edited && edited.category === undefined ? (
        <KindDialog
          type={edited.type}
          category={edited.inCategory}
          categories={rows}
          onClose={() => setEdited(null)}
          onSaved={again}
        />
      ) : null}
    </>
  )
}

const factsOf = (type: RequestType) =>
  [
    type.isActive ? null : words.retired,
    type.promise,
    type.requiresApproval ? words.facts.approval : null,
    type.isConfidential ? words.facts.confidential : null,
    type.formVersionId ? words.facts.form : null,
  ]
    .filter(Boolean)
    .join(' · ')
