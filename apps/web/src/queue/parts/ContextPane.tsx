import { type Attachment, files, people, type Request, requests } from '@deskhand/contract'
import { Suspense, useCallback, useState } from 'react'
import type { z } from 'zod'
import { useRead } from '../../api.ts'
import { address } from '../../call.ts'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { levelWords } from '../../requests/words.ts'
import { AttachmentList } from '../../ui/AttachmentList.tsx'
import { Drawn } from '../../ui/Drawn.tsx'
import { daysInText } from '../../ui/daysInText.ts'
import { PaneSection } from '../../ui/Pane.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { useSettled } from '../../ui/useSettled.ts'
import { requestPanels } from '../panels.tsx'
import { contextWords as words } from '../words.ts'
import classes from './ContextPane.module.css'

type ContextPaneProps = {
  request: Request
  attachments: readonly z.output<typeof Attachment>[]
  /** It has been waited for already, for the request itself. */
  isLate: boolean
}

/** What stands in its place until all of it is there, the request's own wait and that of its parts in one. */
export const ContextWaiting = ({ isLate }: { isLate: boolean }) => (
  <div className={classes.waiting}>
    <SkeletonRows rows={4} lines={1} isLate={isLate} />
  </div>
)

const full = (at: string | null) => (at ? dayAndTime(new Date(at)) : null)

/** Who asked, when what is due, what else they asked, and the files. */
export function ContextPane({ request, attachments, isLate }: ContextPaneProps) {
  const person = useRead(
    people.get,
    { params: { id: request.requesterId } },
    { enabled: !request.isAnonymous },
  )
  const others = useRead(requests.list, { query: { requester: request.requesterId, limit: 6 } })
  const { data } = person
  const about = [
    data?.jobTitle,
    data?.department ?? request.requester.department,
    data?.site ?? request.requester.site,
  ]
  const rest = (others.data?.data ?? []).filter(({ id }) => id !== request.id).slice(0, 5)
  const [isCodeHere, setCodeHere] = useState(false)
  const onDrawn = useCallback(() => setCodeHere(true), [])
  const isSettled = useSettled(isCodeHere)
  return (
    <>
      {isSettled ? null : <ContextWaiting isLate={isLate} />}
      <div hidden={!isSettled}>
        <PaneSection title={words.person}>
          <PersonChip name={request.requester.name} about={about.filter(Boolean).join(', ')} />
          <p className={classes.line}>
            {data
              ? [
                  data.managerName && words.manager(data.managerName),
                  words.counts(data.openRequestCount, data.requestCount),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : null}
          </p>
          {data?.phone ? (
            <p className={classes.line}>
              <a href={`tel:${data.phone.replaceAll(' ', '')}`} aria-label={words.call(data.phone)}>
                {data.phone}
              </a>
            </p>
          ) : null}
        </PaneSection>
        <PaneSection title={words.request}>
          <PropertyList
            properties={[
              { label: words.desk, value: request.deskName },
              { label: words.category, value: request.categoryName },
              { label: words.type, value: request.requestTypeName },
              { label: words.impact, value: request.impact && levelWords[request.impact] },
              { label: words.urgency, value: request.urgency && levelWords[request.urgency] },
              {
                label: words.reopened,
                value: request.reopenCount > 0 ? words.times(request.reopenCount) : null,
              },
              { label: words.outcome, value: request.resolutionText },
            ]}
          />
        </PaneSection>
        <PaneSection title={words.timesTitle}>
          <PropertyList
            properties={[
              { label: words.openedAt, value: full(request.createdAt) },
              { label: words.firstAnswer, value: full(request.firstResponseAt) ?? words.notYet },
              { label: words.doneBy, value: full(request.sla?.resolutionDueAt ?? null) },
              { label: words.waitUntil, value: full(request.waitUntil) },
              {
                label: words.waitFor,
                value: request.waitFor ? <a href={`/r/${request.waitFor}`}>{request.waitFor}</a> : null,
              },
              { label: words.resolvedAt, value: full(request.resolvedAt) },
              { label: words.closedAt, value: full(request.closedAt) },
            ]}
          />
        </PaneSection>
        <Suspense fallback={null}>
          {requestPanels.map(({ id, Panel }) => (
            <Panel key={id} request={request} />
          ))}
          <Drawn onDrawn={onDrawn} />
        </Suspense>
        {attachments.length > 0 ? (
          <PaneSection title={words.files}>
            <AttachmentList
              attachments={attachments.map((file) => {
                const params = { id: request.id, attachmentId: file.id }
                return {
                  ...file,
                  href: address(files.download, { params }),
                  previewSrc: file.hasPreview ? address(files.preview, { params }) : null,
                }
              })}
            />
          </PaneSection>
        ) : null}
        {rest.length > 0 ? (
          <PaneSection title={words.others}>
            <ul className={classes.others}>
              {rest.map((one) => (
                <li key={one.id}>
                  <StatusGlyph state={glyphStateOf(one)} />
                  <Tag reference={one.referenceNumber} size="compact" href={`/r/${one.referenceNumber}`} />
                  <span className={classes.summary}>{daysInText(one.summary)}</span>
                </li>
              ))}
            </ul>
          </PaneSection>
        ) : null}
      </div>
    </>
  )
}
