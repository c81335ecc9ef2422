import { type GrantOf, grantWords, useDesks } from '../grants.ts'
import classes from './RoleChips.module.css'

/** What somebody is beside being an employee, one quiet chip for each role. */
export function RoleChips({ roles }: { roles: readonly GrantOf[] }) {
  const allDesks = useDesks()
  if (roles.length === 0) return null
  return (
    <span className={classes.chips}>
      {roles.map((grant) => (
        <span
          key={`${grant.role} ${grant.serviceDeskId}`}
          className={classes.chip}
          title={allDesks.find(({ id }) => id === grant.serviceDeskId)?.name}
        >
          {grantWords(grant, allDesks)}
        </span>
      ))}
    </span>
  )
}
