import { type Request, type RequestAsset, requestAssets } from '@deskhand/contract'
import { X } from 'lucide-react'
import { lazy, useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Opening } from '../ui/Opening.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './ThingsPanel.module.css'
import { thingWords as words } from './words.ts'

const LinkDialog = lazy(() => import('./LinkDialog.tsx'))

/** Beside a request in the queue: the things that it is about. */
export default function ThingsPanel({ request }: { request: Request }) {
  const read = useRead(requestAssets.list, { params: { id: request.id } })
  const unlink = useCommand(requestAssets.unlink, {
    onError: (thrown) => toast(problemOf(thrown)?.detail ?? ''),
  })
  const [isLinking, setLinking] = useState(false)
  const { data: things = [], mayLink = false } = read.data ?? {}
  if (read.error) {
    return (
      <PaneSection title={words.panel}>
        <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
      </PaneSection>
    )
  }
  if (!read.data || (things.length === 0 && !mayLink)) return null
  const take = ({ id, assetTag }: RequestAsset) =>
    unlink.mutate(
      { params: { id: request.id, assetId: id } },
      { onSuccess: () => toast(words.unlinked(assetTag)) },
    )
  return (
    <PaneSection
      title={words.panel}
      action={
        mayLink ? (
          <Button size="small" variant="quiet" onPress={() => setLinking(true)}>
            {words.link}
          </Button>
        ) : null
      }
    >
      {things.length === 0 ? <p className={classes.quiet}>{words.none}</p> : null}
      <ul className={classes.list}>
        {things.map((thing) => (
          <li key={thing.id} className={classes.row}>
            <a className={classes.name} href={`/a/${encodeURIComponent(thing.assetTag)}`}>
              {thing.name}
            </a>
            {thing.mayUnlink ? (
              <IconButton
                label={words.unlink(thing.assetTag)}
                icon={<Icon of={X} />}
                onPress={() => take(thing)}
              />
            ) : (
              <span />
            )}
            <span className={classes.about}>
              {[thing.assetTag, thing.serialNumber, thing.personName ?? thing.locationName]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {isLinking ? (
        <Opening>
          <LinkDialog
            request={request}
            linked={new Set(things.map(({ id }) => id))}
            onClose={() => setLinking(false)}
          />
        </Opening>
      ) : null}
    </PaneSection>
  )
}
