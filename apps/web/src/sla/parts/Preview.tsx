import type { ReplyOf, sla } from '@deskhand/contract'
import { Tag } from '../../ui/Tag.tsx'
import { policyWords as words } from '../policyWords.ts'
import classes from '../SlaPage.module.css'
import { slaWords } from '../words.ts'

/** What a policy would have made of the last days: how many late before and after, and which. */
export function Preview({ result }: { result: ReplyOf<(typeof sla)['preview']> }) {
  return (
    <section className={classes.preview} aria-label={words.preview} role="status">
      <p className={classes.line}>{words.previewAbout(result.requestCount)}</p>
      <table className={classes.matrix}>
        <caption className="visually-hidden">{words.previewTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.target}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {result.targets.map(({ target, before, after }) => (
            <tr key={target}>
              <th scope="row">{slaWords.targets[target]}</th>
              <td>{words.of(before.late, before.late + before.met)}</td>
              <td>{words.of(after.late, after.late + after.met)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.differences.length === 0 ? <p className={classes.line}>{words.noDifference}</p> : null}
      <ul className={classes.list}>
        {result.differences.slice(0, 10).map((one) => (
          <li key={`${one.requestId} ${one.target}`}>
            <Tag reference={one.referenceNumber} size="compact" href={`/r/${one.referenceNumber}`} />{' '}
            {one.summary}: {slaWords.targets[one.target].toLowerCase()}{' '}
            {one.wouldBeLate ? words.wouldBe : words.wouldNot}
          </li>
        ))}
      </ul>
    </section>
  )
}
