import { identity } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { useEnter } from '../../identity/parts/signedIn.ts'
import type { Me } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import classes from './Profile.module.css'
import { companyWords as words } from './words.ts'

/** One address may belong to several companies; each is a world of its own. */
export function CompanyList({ me }: { me: Me }) {
  const enter = useEnter()
  const change = useCommand(identity.switchCompany, { onSuccess: () => enter(null) })
  return (
    <>
      <ul className={classes.list}>
        {me.companies.map(({ id, name }) => (
          <li key={id} className={classes.item}>
            <p className={classes.name}>{name}</p>
            {id === me.company.id ? (
              <span className={classes.here}>{words.here}</span>
            ) : (
              <Button
                busy={change.isPending && change.variables.body.companyId === id}
                onPress={() => change.mutate({ body: { companyId: id, delivery: 'cookie' } })}
              >
                {words.go(name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={change.error} />
    </>
  )
}
