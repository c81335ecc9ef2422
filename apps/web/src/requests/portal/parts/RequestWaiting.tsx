import { useParams } from '@tanstack/react-router'
import { Page } from '../../../ui/Page.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useLate } from '../../../ui/useLate.ts'
import { listWords } from '../../../ui/words.ts'
import asideClasses from './RequestAside.module.css'
import headClasses from './RequestHead.module.css'
import letterClasses from './RequestLetter.module.css'
import classes from './RequestWaiting.module.css'

/** The page of a request while it is on its way: what comes takes the places that are shown here. */
export function RequestWaiting() {
  const { tag = '' } = useParams({ strict: false })
  const isLate = useLate(true, 400)
  return (
    <Page
      title={tag}
      width="wide"
      heading={
        <div className={headClasses.head}>
          <p className={headClasses.label}>
            <Tag reference={tag} tone="solid" size="header" />
          </p>
          <h1 className="visually-hidden">{tag}</h1>
          <div className={classes.head} data-late={isLate}>
            <span />
            <span />
            <span />
            <span />
          </div>
        </div>
      }
    >
      <TalkWaiting />
    </Page>
  )
}

/** The conversation and what stands beside it, before they are there; nothing of it is seen in the first 400 ms. */
export function TalkWaiting() {
  const isLate = useLate(true, 400)
  const isSlow = useLate(true, 5_000)
  return (
    <div className={letterClasses.columns} role="status" aria-label={listWords.loading} data-late={isLate}>
      <div className={letterClasses.letter}>
        <span className={classes.day} />
        <span className={classes.asked} />
        <span className={classes.said} />
        {isSlow ? <p className={classes.slow}>{listWords.slow}</p> : null}
      </div>
      <div className={asideClasses.aside}>
        <span className={classes.facts} />
        <span className={classes.facts} />
        <span className={classes.facts} />
      </div>
    </div>
  )
}
