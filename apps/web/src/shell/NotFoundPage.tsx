import { EmptyState } from '../ui/EmptyState.tsx'
import { useTitle } from '../ui/Page.tsx'
import { pageWords } from './words.ts'

/** One page for what is missing and for what one may not know of: they look the same on purpose. */
export default function NotFoundPage() {
  useTitle(pageWords.notFound)
  return (
    <EmptyState shape="page" title={pageWords.notFound} action={<a href="/">{pageWords.toHome}</a>} isPage>
      {pageWords.notFoundAbout}
    </EmptyState>
  )
}
