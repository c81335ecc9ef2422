import type { CustomField } from '@deskhand/contract'
import type { DeskFacts } from '../../desks/access.ts'
import type { Subject } from '../../platform/log/event.ts'
import { refuseField } from '../../platform/stop.ts'
import { words } from '../words.ts'

type Checked = Pick<
  CustomField,
  'type' | 'options' | 'serviceDeskId' | 'requestTypeId' | 'shownTo' | 'editedBy'
>

/** Stops where a field could not be as it is said. */
export function checkField(field: Checked, { desk, type }: DeskFacts): void {
  const { options, serviceDeskId, requestTypeId } = field
  if (field.type === 'choice' && options.length === 0) throw refuseField('options', words.needsOptions)
  if (field.type !== 'choice' && options.length > 0) throw refuseField('options', words.hasNoOptions)
  const twice = options.find((one, at) => options.findIndex(({ value }) => value === one.value) !== at)
  if (twice) throw refuseField('options', words.sameOption(twice.value))
  if (field.editedBy === 'EVERYBODY' && field.shownTo === 'STAFF')
    throw refuseField('editedBy', words.hiddenFromThem)
  if (serviceDeskId && !desk(serviceDeskId)) throw refuseField('serviceDeskId', words.noSuchDesk)
  const kind = requestTypeId ? type(requestTypeId) : null
  if (requestTypeId && (!kind || (serviceDeskId && kind.deskId !== serviceDeskId)))
    throw refuseField('requestTypeId', words.noSuchType)
}

export const aboutField = ({ id, label }: Pick<CustomField, 'id' | 'label'>): Subject => ({
  type: 'custom_field',
  id,
  ref: label,
})
