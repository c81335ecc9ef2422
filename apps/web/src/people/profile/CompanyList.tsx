import { identity } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { useEnter } from '../../identity/parts/signedIn.ts'
import type { Me } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import classes from './Profile.module.css'
import { companyWords as words } from './words.ts'

/** What whoever runs the installation acts for while they act for no company (RFC 9562 §5.9). */
const installation = '00000000-0000-0000-0000-000000000000'

/** Where this address may go: its companies, and the installation for whoever runs it. */
export const placesOf = ({ companies, isSuperAdmin }: Me) => [
  ...companies,
  ...(isSuperAdmin ? [{ id: installation, name: words.installation }] : []),
]

/** One address may belong to several companies; each is a world of its own. */
export function CompanyList({ me }: { me: Me }) {
  const enter = useEnter()
  const change = useCommand(identity.switchCompany, { onSuccess: () => enter(null) })
  return (
    <>
      <ul className={classes.list}>
        {placesOf(me).map(({ id, name }) => (
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
