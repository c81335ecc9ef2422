import { Select } from '@mantine/core'
import { useMe } from '../../shell/session.ts'
import { thingWords as words } from '../thingWords.ts'

/** The value of the choice that names no desk. */
const any = ''
type Kept = { deskId: string | null; deskName: string | null }
type KeptByProps = {
  value: string | null
  /** As it was, so that the desk of somebody else stays among the choices. */
  was: Kept | null
  error: string | null
  onChange: (deskId: string | null) => void
}

/** Which desk keeps it: one of one's own, or any. */
export function KeptBy({ value, was, error, onChange }: KeptByProps) {
  const { desks } = useMe()
  const known = desks.some(({ id }) => id === was?.deskId)
  const other = was?.deskId && !known ? [{ value: was.deskId, label: was.deskName ?? '' }] : []
  return (
    <Select
      allowDeselect={false}
      label={words.keptBy}
      data={[
        { value: any, label: words.anyDesk },
        ...desks.map(({ id, name }) => ({ value: id, label: name })),
        ...other,
      ]}
      value={value ?? any}
      error={error}
      onChange={(next) => onChange(next || null)}
    />
  )
}
