import type { Request } from '@deskhand/contract'
import classes from './TogetherBlock.module.css'
import { mergeWords } from './words.ts'

/** To whoever asked what others asked too: where it is worked on, and that writing here still helps. */
export default function TogetherBlock({ request }: { request: Request }) {
  if (!request.isMerged || request.mergedInto) return null
  return <p className={classes.block}>{mergeWords.together}</p>
}
