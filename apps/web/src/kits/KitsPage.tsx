import { type Kit, type KitHandOut, kits } from '@deskhand/contract'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useCommand, usePages, useRead } from '../api.ts'
import { useTopics } from '../liveTopics.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, keeps, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { HandOutRow } from './HandOutRow.tsx'
import classes from './Kits.module.css'
import { kitWords as words } from './words.ts'

const KitDialog = lazy(() => import('./KitDialog.tsx'))
const HandOutKitDialog = lazy(() => import('./HandOutKitDialog.tsx'))
const TakeBackDialog = lazy(() => import('./TakeBackDialog.tsx'))

const topics = ['assets']

type Open = { edit: Kit | null } | { handOut: Kit } | { takeBack: KitHandOut }

/** What belongs together, and what of it is out. */
export default function KitsPage() {
  return holds(useMe(), 'assets.work') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const [open, setOpen] = useState<Open | null>(null)
  const { data, error, refetch } = useRead(kits.list, {})
  const out = usePages(kits.handOuts, { query: { isOpen: 'true' } })
  useTopics(topics)
  const close = () => setOpen(null)
  const commands = useMemo(
    () => [
      {
        id: 'kits.add',
        title: words.add,
        keys: 'n',
        scope: 'list' as const,
        group: 'create' as const,
        run: () => setOpen({ edit: null }),
      },
    ],
    [],
  )
  useCommands(commands)
  const add = (
    <>
      <ExportLink route={kits.list} query={{}} />
      <Button variant="primary" onPress={() => setOpen({ edit: null })}>
        {words.add}
      </Button>
    </>
  )
  return (
    <>
      <Page title={words.title} about={words.about} width="wide" actions={add}>
        {error ? (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={4} lines={2} />
        ) : data.data.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          <ul className={classes.rows} aria-label={words.title}>
            {data.data.map((kit) => (
              <KitRow
                key={kit.id}
                kit={kit}
                onEdit={() => setOpen({ edit: kit })}
                onHandOut={() => setOpen({ handOut: kit })}
              />
            ))}
          </ul>
        )}
        <section className={classes.section}>
          <SectionTitle>{words.outTitle}</SectionTitle>
          {out.error ? (
            <ProblemNotice problem={out.error} onRetry={() => void out.refetch()} />
          ) : !out.data ? (
            <SkeletonRows rows={3} lines={2} />
          ) : out.items.length === 0 ? (
            <EmptyState shape="list" size="small" title={words.outNone}>
              {words.outNoneAbout}
            </EmptyState>
          ) : (
            <ul className={classes.rows} aria-label={words.outTitle}>
              {out.items.map((handOut) => (
                <HandOutRow
                  key={handOut.id}
                  handOut={handOut}
                  onTakeBack={() => setOpen({ takeBack: handOut })}
                />
              ))}
            </ul>
          )}
          {out.hasNextPage ? (
            <LoadMore
              label={words.more}
              busy={out.isFetchingNextPage}
              onPress={() => void out.fetchNextPage()}
            />
          ) : null}
        </section>
      </Page>
      {open ? (
        <Suspense fallback={null}>
          {'edit' in open ? (
            <KitDialog kit={open.edit} onClose={close} />
          ) : 'handOut' in open ? (
            <HandOutKitDialog kit={open.handOut} onClose={close} />
          ) : (
            <TakeBackDialog
              things={open.takeBack.things.filter(({ state }) => state === 'OUT')}
              from={open.takeBack.holderName}
              personId={open.takeBack.personId}
              onClose={close}
            />
          )}
        </Suspense>
      ) : null}
    </>
  )
}

type KitRowProps = { kit: Kit; onEdit: () => void; onHandOut: () => void }

function KitRow({ kit, onEdit, onHandOut }: KitRowProps) {
  const { id, name, description, deskName, parts, readyCount, outCount, version } = kit
  const isOurs = keeps(useMe(), kit)
  const remove = useCommand(kits.remove)
  const { undo, dialog } = useUndo()
  const drop = () =>
    remove.mutateAsync({ params: { id }, ifMatch: version }).then(
      ({ operationId }) => toast(words.removed(name), { undo: () => undo(operationId, 1) }),
      () => undefined,
    )
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.name}>{name}</p>
        {description ? <p className={classes.about}>{description}</p> : null}
        <p className={classes.about}>{parts.map((part) => words.part(part.count, part.name)).join(' · ')}</p>
        <p className={classes.about}>
          {[
            readyCount > 0 ? words.ready(readyCount) : words.notReady,
            outCount > 0 ? words.out(outCount) : null,
            deskName,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <ProblemNotice problem={remove.error} />
      </div>
      {isOurs ? (
        <div className={classes.buttons}>
          <Button size="small" onPress={onHandOut} label={words.handOutNamed(name)}>
            {words.handOut}
          </Button>
          <Button size="small" variant="quiet" onPress={onEdit} label={words.changeNamed(name)}>
            {words.change}
          </Button>
          <Button
            size="small"
            variant="quiet"
            busy={remove.isPending}
            onPress={() => void drop()}
            label={words.removeNamed(name)}
          >
            {words.remove}
          </Button>
        </div>
      ) : null}
      {dialog}
    </li>
  )
}
