import { type AssetFile, assetFiles } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import { holds, useMe } from '../shell/session.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { dayOf } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { AddFiles } from './AddFiles.tsx'
import { Paper, Photo } from './FileRow.tsx'
import classes from './FilesTab.module.css'
import { fileTabWords as words } from './words.ts'

/** On the page of a thing: its photos and papers, and where more are dropped. */
export default function FilesTab({ asset, asOf }: TabProps) {
  const me = useMe()
  const { data, error, isPending, refetch } = useRead(assetFiles.list, { params: { id: asset.id } })
  const [leaving, setLeaving] = useState<AssetFile | null>(null)
  const mayChange = asset.mayChange && asOf === null
  const shown = (data?.data ?? []).filter(
    ({ createdAt }) => asOf === null || dayOf(new Date(createdAt)) <= asOf,
  )
  const photos = shown.filter(({ kind }) => kind === 'PHOTO')
  const papers = shown.filter(({ kind }) => kind !== 'PHOTO')
  const part = (file: AssetFile) => ({ file, onRemove: mayChange ? () => setLeaving(file) : null })
  const none = holds(me, 'assets.read') ? words.noneAbout : words.noneForHolder
  return (
    <div className={classes.panel}>
      {mayChange ? <AddFiles assetId={asset.id} onArrived={() => void refetch()} /> : null}
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {isPending ? <SkeletonRows rows={3} lines={1} /> : null}
      {data && shown.length === 0 ? <p className={classes.quiet}>{none}</p> : null}
      {photos.length > 0 ? (
        <section className={classes.group}>
          <h2>{words.photos}</h2>
          <ul className={classes.photos} aria-label={words.photos}>
            {photos.map((file) => (
              <Photo key={file.id} {...part(file)} />
            ))}
          </ul>
        </section>
      ) : null}
      {papers.length > 0 ? (
        <section className={classes.group}>
          <h2>{words.papers}</h2>
          <ul className={classes.papers} aria-label={words.papers}>
            {papers.map((file) => (
              <Paper key={file.id} {...part(file)} />
            ))}
          </ul>
        </section>
      ) : null}
      {leaving ? (
        <Removing file={leaving} onRemoved={() => void refetch()} onClose={() => setLeaving(null)} />
      ) : null}
    </div>
  )
}

type RemovingProps = { file: AssetFile; onRemoved: () => void; onClose: () => void }

function Removing({ file, onRemoved, onClose }: RemovingProps) {
  const { id, assetId, fileName } = file
  const remove = useCommand(assetFiles.remove, {
    onSuccess: () => {
      toast(words.removed(fileName))
      onRemoved()
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={words.removeTitle(fileName)}
      consequence={words.removeAbout}
      confirmLabel={words.removeDo}
      busy={remove.isPending}
      problem={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({ params: { id: assetId, attachmentId: id }, body: {} })}
    />
  )
}
