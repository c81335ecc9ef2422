import { type CustomField, customFields, deskManagement } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import classes from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { CustomFieldDialog } from './CustomFieldDialog.tsx'
import { customFieldWords as words } from './words.ts'

/** The company's own fields on requests. */
export default function CustomFieldsPage() {
  const me = useMe()
  return holds(me, 'forms.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null)
  return (
    <>
      <CompanyNav current="custom-fields" />
      <Page
        title={words.title}
        about={words.about}
        width="wide"
        actions={
          <Button variant="primary" onPress={() => setEdited('new')}>
            {words.add}
          </Button>
        }
      >
        <FieldList onEdit={setEdited} />
      </Page>
      {edited ? (
        <CustomFieldDialog field={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </>
  )
}

function FieldList({ onEdit }: { onEdit: (field: CustomField) => void }) {
  const { data, error, refetch } = useRead(customFields.list, {})
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} lines={2} />
  if (data.data.length === 0) {
    return (
      <EmptyState shape="list" title={words.empty}>
        {words.emptyAbout}
      </EmptyState>
    )
  }
  return [true, false].map((isActive) => {
    const fields = data.data.filter((field) => field.isActive === isActive)
    const title = isActive ? words.used : words.unused
    return fields.length === 0 ? null : (
      <section key={title} className={classes.category} aria-label={title}>
        <div className={classes.categoryHead}>
          <h2>{title}</h2>
        </div>
        <ul className={classes.rows} aria-label={title}>
          {fields.map((field) => (
            <FieldRow key={field.id} field={field} onEdit={() => onEdit(field)} />
          ))}
        </ul>
      </section>
    )
  })
}

function FieldRow({ field, onEdit }: { field: CustomField; onEdit: () => void }) {
  const { id, key, label, version, isActive } = field
  const place = usePlace(field)
  const change = useCommand(customFields.change)
  const setActive = (next: boolean) =>
    change.mutateAsync({ params: { id }, body: { isActive: next }, ifMatch: version })
  const about = [
    words.types[field.type],
    place,
    field.shownTo === 'STAFF' ? words.internal : words.shown,
    field.isRequired ? words.required : null,
    words.count(field.valueCount),
  ]
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>
          {label} <span className={classes.code}>{key}</span>
        </p>
        <p className={classes.about}>{about.filter(Boolean).join(' · ')}</p>
        {change.error ? <ProblemNotice problem={change.error} /> : null}
      </div>
      <div className={classes.buttons}>
        <Button size="small" onPress={onEdit} label={words.changeNamed(label)}>
          {words.change}
        </Button>
        <Button
          size="small"
          busy={change.isPending}
          label={isActive ? words.retireNamed(label) : words.restoreNamed(label)}
          onPress={() =>
            void setActive(!isActive)
              .then(() => toast(isActive ? words.retired(label) : words.restored(label)))
              .catch(() => undefined)
          }
        >
          {isActive ? words.retire : words.restore}
        </Button>
      </div>
    </li>
  )
}

/** Where a field stands, in words. */
function usePlace({ serviceDeskId, requestTypeId }: CustomField): string {
  const desks = useRead(deskManagement.listDesks, {}, { staleTime: 300_000 })
  const kinds = useRead(deskManagement.listRequestTypes, { query: {} }, { staleTime: 300_000 })
  const kind = kinds.data?.data.find(({ id }) => id === requestTypeId)
  const desk = desks.data?.data.find(({ id }) => id === (serviceDeskId ?? kind?.serviceDeskId))
  if (!serviceDeskId && !requestTypeId) return words.everyDesk
  return [desk?.name, kind?.name].filter(Boolean).join(', ')
}
