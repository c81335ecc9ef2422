import { anonymousWords as words } from './words.ts'

/** Beside the form for a report in confidence: that there is a way without a name. */
export default function AnonymousHint() {
  return (
    <p>
      {words.hint} <a href="/ask/anonymous">{words.hintLink}</a>
    </p>
  )
}
