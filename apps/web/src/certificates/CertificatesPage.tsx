import { type Certificate, certificates } from '@deskhand/contract'
import { NativeSelect, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAddressQuery, useAddressText } from '../address.ts'
import { useCommand, usePages } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import rows from '../desks/Desks.module.css'
import classes from '../licences/Licences.module.css'
import { useUndo } from '../operations/useUndo.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, keeps, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { FilterField } from '../ui/FilterField.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { plainDay, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { CertificateDialog } from './CertificateDialog.tsx'
import { certificateWords as words } from './words.ts'

const optionsOf = (all: Record<string, string>) =>
  Object.entries(all).map(([value, label]) => ({ value, label }))

/** Certificates and domains, what expires next first. */
export default function CertificatesPage() {
  return holds(useMe(), 'assets.read') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const me = useMe()
  const mayWork = holds(me, 'assets.work')
  const { query, change } = useAddressQuery()
  const [text, type] = useAddressText('q')
  const [q] = useDebouncedValue(text.trim(), 150)
  const [edited, setEdited] = useState<Certificate | 'new' | null>(null)
  const { undo, dialog } = useUndo()
  const kinds = query.get('kind')?.split(',').filter(Boolean) ?? []
  const isDue = query.get('due') === 'true'
  const wanted = query.get('sort') ?? 'expires'
  const sort = wanted in words.sorts ? (wanted as 'expires') : 'expires'
  const isFiltered = q !== '' || kinds.length > 0 || isDue
  const filters = {
    sort,
    ...(q && { q }),
    ...(kinds.length > 0 && { kind: kinds.join(',') }),
    ...(isDue && { isDue: 'true' }),
  }
  const pages = usePages(certificates.list, { query: { limit: 100, ...filters } }, { keepPrevious: true })
  const remove = useCommand(certificates.remove, {
    onSuccess: ({ name, operationId }) => toast(words.removed(name), { undo: () => undo(operationId, 1) }),
  })
  const clear = () => {
    type('')
    change({ q: null, kind: null, due: null })
  }
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <div className={classes.links}>
          <a href="/licences">{words.licences}</a>
          <ExportLink route={certificates.list} query={filters} />
          {mayWork ? (
            <Button variant="primary" onPress={() => setEdited('new')}>
              {words.add}
            </Button>
          ) : null}
        </div>
      }
    >
      <div className={classes.filters}>
        <SearchField
          size="small"
          label={words.search}
          placeholder={words.search}
          value={text}
          onChange={type}
        />
        <FilterField
          field={words.kind}
          values={kinds}
          options={optionsOf(words.kinds)}
          onChange={(values) => change({ kind: values.join(',') })}
        />
        <NativeSelect
          aria-label={words.sort}
          data={optionsOf(words.sorts)}
          value={sort}
          onChange={({ currentTarget: { value } }) => change({ sort: value === 'expires' ? null : value })}
        />
        <Switch
          label={words.dueOnly}
          checked={isDue}
          onChange={(event) => change({ due: event.currentTarget.checked ? 'true' : null })}
        />
      </div>
      <ProblemNotice problem={remove.error} />
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={8} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState
          shape="list"
          title={isFiltered ? words.filtered : words.empty}
          {...(isFiltered && { action: <Button onPress={clear}>{words.clear}</Button> })}
        >
          {isFiltered ? null : words.emptyAbout}
        </EmptyState>
      ) : null}
      <ul className={rows.rows} aria-label={words.title}>
        {pages.items.map((one) => (
          <Row key={one.id} one={one} {...(keeps(me, one) && { onEdit: () => setEdited(one) })} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
      {edited ? (
        <CertificateDialog
          certificate={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onRemove={({ id, version }) => {
            setEdited(null)
            remove.mutate({ params: { id }, ifMatch: version })
          }}
        />
      ) : null}
      {dialog}
    </Page>
  )
}

function Row({ one, onEdit }: { one: Certificate; onEdit?: () => void }) {
  const now = useNow()
  const { kind, name, issuer, expiresOn, daysLeft, isDue, renewsItself, owner, deskName, asset, cost } = one
  const day = plainDay(expiresOn, now)
  const facts = [
    words.kinds[kind],
    issuer,
    daysLeft < 0 ? words.expired(day) : words.expires(day),
    renewsItself ? words.itself : null,
    cost ? moneyText(cost) : null,
    owner?.name,
    deskName,
  ]
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>{name}</p>
        <p className={rows.about}>
          {facts.filter(Boolean).join(' · ')}
          {asset ? (
            <>
              {' '}
              · {words.on} <a href={`/a/${asset.assetTag}`}>{asset.assetTag}</a>
            </>
          ) : null}
        </p>
      </div>
      <div className={classes.links}>
        <span className={daysLeft < 0 ? classes.bad : isDue ? classes.warn : classes.muted}>
          {words.left(daysLeft)}
        </span>
        {onEdit ? (
          <Button size="small" label={words.editLabel(name)} onPress={onEdit}>
            {words.edit}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
