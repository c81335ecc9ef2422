import PersonThings from '../../assets/PersonThings.tsx'
import { PersonKits } from '../../kits/PersonKits.tsx'
import PersonLicences from '../../licences/PersonLicences.tsx'
import { holds, useMe } from '../../shell/session.ts'
import ScopeForm from '../../units/ScopeForm.tsx'
import classes from '../PersonPage.module.css'
import type { WholePerson } from '../personDraft.ts'
import { personWords } from '../words.ts'
import { ExplainButton } from './ExplainButton.tsx'
import { PersonAccess } from './PersonAccess.tsx'
import { PersonHistory } from './PersonHistory.tsx'
import { PersonRequests } from './PersonRequests.tsx'

/** Beside the profile: how they come in, what they asked for, what happened; each for who may see it. */
export function PersonAside({ person }: { person: WholePerson }) {
  const me = useMe()
  return (
    <aside className={classes.aside} aria-label={personWords.aside(person.name)}>
      <PersonThings personId={person.id} />
      <PersonKits person={person} />
      <PersonLicences personId={person.id} />
      {holds(me, 'people.manage') ? <PersonAccess person={person} /> : null}
      {holds(me, 'roles.manage') ? <ScopeForm personId={person.id} /> : null}
      {holds(me, 'requests.supervise') ? <ExplainButton person={person} /> : null}
      {holds(me, 'requests.work') ? <PersonRequests person={person} /> : null}
      {holds(me, 'audit.read') ? <PersonHistory id={person.id} /> : null}
    </aside>
  )
}
