import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { demoWords as words } from '../words.ts'
import classes from './DemoSignIns.module.css'

/** Published with the demo world, which serves this machine only. */
export const demoPassword = 'demo-demo-demo'

type DemoSignInsProps = {
  people: readonly { email: string; role: string }[]
  onPick: (email: string) => void
  /** Its mails are kept and can be read. */
  hasMailbox: boolean
}

export function DemoSignIns({ people, onPick, hasMailbox }: DemoSignInsProps) {
  return (
    <section className={classes.demo} aria-labelledby="demo-sign-ins">
      <SectionTitle id="demo-sign-ins">{words.title}</SectionTitle>
      <p className={classes.about}>
        {words.about} <code className={classes.password}>{demoPassword}</code>
      </p>
      <ul className={classes.people}>
        {people.map(({ email, role }) => (
          <li key={email}>
            <button type="button" className={classes.person} onClick={() => onPick(email)}>
              <span className={classes.email}>{email}</span>
              <span className={classes.role}>{role}</span>
            </button>
          </li>
        ))}
      </ul>
      {hasMailbox ? (
        <p className={classes.about}>
          <a href="/mailbox">{words.mailbox}</a>
        </p>
      ) : null}
    </section>
  )
}
