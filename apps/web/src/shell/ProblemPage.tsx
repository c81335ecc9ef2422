import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { pageWords } from './words.ts'

/** A page whose code arrived from another version of the server than the one that answers now. */
const isNewVersion = (problem: unknown) =>
  problem instanceof Error && /dynamically imported module|module script|preload/i.test(problem.message)

/** When a page cannot be shown at all; the rest of the app stays. */
export function ProblemPage({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  if (isNewVersion(problem)) {
    return (
      <Page
        title={pageWords.newVersion}
        actions={
          <Button variant="primary" onPress={() => window.location.reload()}>
            {pageWords.reload}
          </Button>
        }
      >
        {null}
      </Page>
    )
  }
  return (
    <Page title={pageWords.broken}>
      <ProblemNotice problem={problem} {...(onRetry ? { onRetry } : {})} />
    </Page>
  )
}
