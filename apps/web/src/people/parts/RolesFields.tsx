import { SegmentedControl, Switch } from '@mantine/core'
import { useId } from 'react'
import { type DeskRole, type GrantOf, isAdmin, roleOn, useDesks, withAdmin, withRole } from '../grants.ts'
import { roleSentences, roleWords } from '../words.ts'
import classes from './RolesFields.module.css'

type RolesFieldsProps = {
  roles: readonly GrantOf[]
  onChange: (roles: GrantOf[]) => void
  /** Why the admin role cannot be taken away now. */
  adminLock?: string | null
}

const none = 'none'
const choices = [
  { value: none, label: roleWords.none },
  { value: 'technician', label: roleWords.technician },
  { value: 'supervisor', label: roleWords.supervisor },
]
const deskRole = (value: string): DeskRole | null =>
  value === 'technician' || value === 'supervisor' ? value : null

/** Who somebody is on each desk and in the company; below each choice stands what it allows. */
export function RolesFields({ roles, onChange, adminLock = null }: RolesFieldsProps) {
  const allDesks = useDesks()
  const id = useId()
  return (
    <div className={classes.roles}>
      <p className={classes.sentence}>{roleSentences.employee}</p>
      {allDesks.map((desk) => {
        const role = roleOn(roles, desk.id)
        return (
          <div key={desk.id} className={classes.desk}>
            <span className={classes.name} id={`${id}-${desk.id}`}>
              {desk.name}
            </span>
            <SegmentedControl
              {...(role
                ? {}
                : { classNames: { indicator: classes.soft ?? '', label: classes.softLabel ?? '' } })}
              aria-labelledby={`${id}-${desk.id}`}
              data={choices}
              value={role ?? none}
              onChange={(value) => onChange(withRole(roles, desk.id, deskRole(value)))}
            />
            {role ? <p className={classes.sentence}>{roleSentences[role]}</p> : null}
          </div>
        )
      })}
      <div className={classes.admin}>
        <Switch
          label={roleWords.admin}
          description={adminLock ?? roleSentences.admin}
          checked={isAdmin(roles)}
          aria-disabled={adminLock ? true : undefined}
          onChange={(event) => {
            if (!adminLock) onChange(withAdmin(roles, event.currentTarget.checked))
          }}
        />
      </div>
    </div>
  )
}
