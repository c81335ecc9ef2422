import { equipment } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { NeedsRow } from '../ui/NeedsRow.tsx'
import { toSignWords as words } from './toSignWords.ts'

/** What waits for the reader's signature, among what needs them. */
export default function ToSign() {
  const { data } = useRead(equipment.mine, {})
  return data?.toSign.map(({ id, names: [first = '', ...rest], askedByName }) => (
    <NeedsRow
      key={id}
      title={<a href={`/sign/${id}`}>{words.title(first, rest.length)}</a>}
      about={askedByName ? words.about(askedByName) : null}
      actions={<a href={`/sign/${id}`}>{words.read}</a>}
    />
  ))
}
