import { files, type Request } from '@deskhand/contract'
import type { ReactNode } from 'react'
import { useRead } from '../../../api.ts'
import { address } from '../../../call.ts'
import { AttachmentList } from '../../../ui/AttachmentList.tsx'
import { PersonChip } from '../../../ui/PersonChip.tsx'
import { PropertyList } from '../../../ui/PropertyList.tsx'
import { SectionTitle } from '../../../ui/SectionTitle.tsx'
import { TimeText } from '../../../ui/TimeText.tsx'
import { requestWords as words } from '../words.ts'
import classes from './RequestAside.module.css'

/** Who is in it, what kind it is, what other slices say of it, and all its files in one place. */
export function RequestAside({ request, children }: { request: Request; children: ReactNode }) {
  const { id, assignee, assignedTeam, deskName, requester, createdBy, createdAt } = request
  const all = useRead(files.list, { params: { id } }).data?.data ?? []
  const shown = all.filter(({ isInternal }) => !isInternal)
  const isForOther = requester.id !== createdBy.id
  return (
    <aside className={classes.aside} aria-label={words.about}>
      <section>
        <SectionTitle size="portal">{words.people}</SectionTitle>
        <PropertyList
          properties={[
            {
              label: words.whoHasIt,
              value: assignee ? <PersonChip name={assignee.name} /> : (assignedTeam ?? words.nobodyYet),
            },
            { label: words.desk, value: deskName },
            { label: words.forWhom, value: isForOther ? <PersonChip name={requester.name} /> : null },
            { label: words.askedBy, value: isForOther ? <PersonChip name={createdBy.name} /> : null },
          ]}
        />
      </section>
      <section>
        <SectionTitle size="portal">{words.about}</SectionTitle>
        <PropertyList
          properties={[
            { label: words.kind, value: request.requestTypeName },
            { label: words.since, value: <TimeText at={createdAt} form="gutter" /> },
          ]}
        />
      </section>
      {children}
      {shown.length > 0 ? (
        <section>
          <SectionTitle size="portal">{words.files}</SectionTitle>
          <AttachmentList
            attachments={shown.map((file) => {
              const params = { id, attachmentId: file.id }
              return {
                ...file,
                href: address(files.download, { params }),
                previewSrc: file.hasPreview ? address(files.preview, { params }) : null,
              }
            })}
          />
        </section>
      ) : null}
    </aside>
  )
}
