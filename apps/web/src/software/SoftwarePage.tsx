import { type SoftwareDetails, software } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import rows from '../desks/Desks.module.css'
import classes from '../discovery/Discovery.module.css'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { softwareWords as words } from './words.ts'

/** One title: its versions, where it is, whether it may be there, and what counts as it. */
export default function SoftwarePage() {
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useRead(software.get, { params: { id } })
  if (error) {
    return (
      <Page title={words.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) {
    return (
      <Page title={words.title}>
        <SkeletonRows rows={5} />
      </Page>
    )
  }
  return <Title title={data} />
}

function Title({ title }: { title: SoftwareDetails }) {
  const { id, name, publisher, installs, isForbidden, mergedIntoId, mergedIntoName, mayChange, version } =
    title
  const [isMerging, setMerging] = useState(false)
  const change = useCommand(software.change)
  const forbid = () =>
    change.mutate(
      { params: { id }, body: { isForbidden: !isForbidden }, ifMatch: version },
      { onSuccess: () => toast(isForbidden ? words.allowed(name) : words.forbade(name)) },
    )
  const apart = (other: string) =>
    change.mutate(
      { params: { id: other }, body: { mergedIntoId: null } },
      { onSuccess: () => toast(words.apartToast) },
    )
  const about = [publisher, words.installs(installs), isForbidden ? words.forbidden : null]
  return (
    <Page
      title={name}
      about={about.filter(Boolean).join(' · ')}
      width="wide"
      actions={
        mayChange ? (
          <>
            {mergedIntoId ? null : <Button onPress={() => setMerging(true)}>{words.merge}</Button>}
            <Button variant={isForbidden ? 'secondary' : 'danger'} busy={change.isPending} onPress={forbid}>
              {isForbidden ? words.allow : words.forbid}
            </Button>
          </>
        ) : undefined
      }
    >
      {change.error ? <ProblemNotice problem={change.error} /> : null}
      {mergedIntoName ? (
        <p>
          {words.mergedInto(mergedIntoName)}{' '}
          {mayChange ? (
            <Button size="small" onPress={() => apart(id)}>
              {words.apart}
            </Button>
          ) : null}
        </p>
      ) : null}
      <Versions title={title} />
      {title.merged.length > 0 ? (
        <section className={classes.section} aria-label={words.merged}>
          <h2>{words.merged}</h2>
          <ul className={rows.rows}>
            {title.merged.map((other) => (
              <li key={other.id} className={rows.row}>
                <p className={rows.name}>{other.name}</p>
                {mayChange ? (
                  <Button
                    size="small"
                    label={`${words.apart}: ${other.name}`}
                    onPress={() => apart(other.id)}
                  >
                    {words.apart}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Licences title={title} />
      <Where title={title} />
      {isMerging ? <MergeDialog title={title} onClose={() => setMerging(false)} /> : null}
    </Page>
  )
}

function Versions({ title: { versions } }: { title: SoftwareDetails }) {
  return (
    <section className={classes.section} aria-label={words.versions}>
      <h2>{words.versions}</h2>
      <ul className={rows.rows}>
        {versions.map(({ softwareVersion, installs }) => (
          <li key={softwareVersion} className={rows.row}>
            <p className={rows.name}>{softwareVersion || words.unknownVersion}</p>
            <p className={rows.about}>{words.installs(installs)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What its licences entitle to, against what is installed. */
function Licences({ title: { licences, entitled, installs } }: { title: SoftwareDetails }) {
  if (licences.length === 0) return null
  return (
    <section className={classes.section} aria-label={words.licences}>
      <h2>{words.licences}</h2>
      <p className={rows.about}>
        {words.entitled(installs, entitled ?? 0)}
        {installs > (entitled ?? 0) ? ` ${words.tooMany}` : ''}
      </p>
      <ul className={rows.rows}>
        {licences.map(({ id, name, seats, used }) => (
          <li key={id} className={rows.row}>
            <p className={rows.name}>
              <a href={`/licences/${id}`}>{name}</a>
            </p>
            <p className={rows.about}>{words.seats(used, seats)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Where({ title: { where } }: { title: SoftwareDetails }) {
  return (
    <section className={classes.section} aria-label={words.where}>
      <h2>{words.where}</h2>
      <ul className={rows.rows}>
        {where.map(({ assetTag, deviceName, personName, softwareVersion }) => (
          <li key={`${assetTag} ${deviceName} ${softwareVersion}`} className={rows.row}>
            <div>
              <p className={rows.name}>{assetTag ? <a href={`/a/${assetTag}`}>{assetTag}</a> : deviceName}</p>
              <p className={rows.about}>
                {[deviceName, personName, softwareVersion].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
