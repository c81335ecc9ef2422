import { EmptyState } from '../ui/EmptyState.tsx'
import { useTitle } from '../ui/Page.tsx'
import { pageWords } from './words.ts'

/** For a page whose existence is no secret but which this person's role does not open. */
export function RefusedPage({ children }: { children: string }) {
  useTitle(pageWords.refused)
  return (
    <EmptyState shape="page" title={pageWords.refused} action={<a href="/">{pageWords.toHome}</a>} isPage>
      {children}
    </EmptyState>
  )
}
