import { desks, type Request, requests } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { ChipField } from '../../ui/ChipField.tsx'
import { detailWords, doneWords, queueCommands } from '../words.ts'
import { useChange } from './useChange.ts'
import { useFieldKey } from './useFieldKey.ts'

const none = 'none'

/** What kind of request it is, under its category: who sorts puts it where it belongs. */
export function KindField({ request, disabledReason }: { request: Request; disabledReason: string | null }) {
  const { referenceNumber: reference, requestTypeId: before, serviceDeskId } = request
  const field = useFieldKey({
    id: 'requests.kind',
    title: queueCommands.kind,
    keys: 'Shift+k',
    disabledReason,
  })
  const input = { params: { id: serviceDeskId } }
  const often = { enabled: field.opened, staleTime: 300_000 }
  const kinds = useRead(desks.requestTypes, input, often).data?.data ?? []
  const categories = useRead(desks.categories, input, often).data?.data ?? []
  const { change } = useChange(requests.update, reference)
  const params = { id: request.id }

  function file(picked: string) {
    const requestTypeId = picked === none ? null : picked
    const kind = kinds.find(({ id }) => id === picked)
    void change(
      { params, ifMatch: request.version, body: { requestTypeId } },
      {
        restsOn: ['requestTypeId'],
        done: doneWords.filed(reference, kind?.name ?? detailWords.noKind),
        undo: () => void change({ params, body: { requestTypeId: before } }),
      },
    )
  }
  return (
    <ChipField
      {...field}
      label={detailWords.kind}
      value={before}
      words={request.requestTypeName}
      searchable
      options={[
        ...categories.flatMap(({ id, name }) =>
          kinds
            .filter(({ serviceCategoryId }) => serviceCategoryId === id)
            .map((kind) => ({ value: kind.id, label: kind.name, group: name })),
        ),
        ...(before ? [{ value: none, label: detailWords.noKind }] : []),
      ]}
      onPick={file}
      keys="Shift+k"
    />
  )
}
