import type { Acceptance } from '@deskhand/contract'
import { conditionWords } from '../custody/words.ts'
import { Tag } from '../ui/Tag.tsx'
import classes from './Acceptances.module.css'
import { acceptanceWords as words } from './words.ts'

type TermsProps = Pick<Acceptance, 'things' | 'accessories' | 'policies'>

/** The things and what holds for them, as it read when it was asked. */
export function Terms({ things, accessories, policies }: TermsProps) {
  return (
    <>
      <ul className={classes.things}>
        {things.map(({ assetId, assetTag, name, serialNumber, condition }) => (
          <li key={assetId}>
            <span className={classes.name}>{name}</span>
            <Tag kind="asset" reference={assetTag} size="compact" />
            <span className={classes.quiet}>
              {[
                serialNumber && words.serial(serialNumber),
                condition && conditionWords[condition].toLowerCase(),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
        {accessories.map(({ name, quantity }) => (
          <li key={name}>
            <span className={classes.name}>{words.along(quantity, name)}</span>
          </li>
        ))}
      </ul>
      {policies.map(({ category, text }) => (
        <section key={category} className={classes.rules}>
          <h2>{words.rules(category)}</h2>
          <p>{text}</p>
        </section>
      ))}
    </>
  )
}
