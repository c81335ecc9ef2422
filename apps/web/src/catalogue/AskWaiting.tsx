import { Page } from '../ui/Page.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { askWords } from './words.ts'

/** A form's page while its code and what it asks are on their way: the same frame for both, so that nothing moves. */
export const AskWaiting = () => (
  <Page title={askWords.title} width="wide">
    <SkeletonRows rows={5} />
  </Page>
)
