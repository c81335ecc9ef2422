import { type Answers, previews } from '@deskhand/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../call.ts'
import { cleanAnswers } from '../../forms/cleanAnswers.ts'
import type { AskedForm, CatalogueType } from '../findTypes.ts'
import type { AskDraft } from './askDraft.ts'

const pause = 600

/** What would become of what is written so far; asked anew when nobody has typed for a moment. */
export function useAskPreview(draft: AskDraft, type: CatalogueType | null, form: AskedForm | null) {
  const { summary, urgency, impact, isForOther, forPerson, isConfidential, deskCode } = draft
  const answers: Answers = form ? cleanAnswers(form.definition, draft.answers, form.facts) : {}
  const body = JSON.stringify({
    ...(type ? { requestTypeId: type.id } : deskCode ? { serviceDeskCode: deskCode } : {}),
    ...(summary.trim() && { summary: summary.trim() }),
    ...(urgency && { urgency }),
    ...(impact && { impact }),
    ...(isForOther && forPerson && { onBehalfOfId: forPerson.id }),
    ...(isConfidential && { isConfidential }),
    ...(form && { customFields: answers }),
  })
  const [asked] = useDebouncedValue(body, pause)
  // Asked by a command, because it has a body; it changes nothing and is kept like a read.
  const { data } = useQuery({
    queryKey: ['preview of a request', asked],
    queryFn: () => call(previews.show, { body: JSON.parse(asked) }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
  return data ?? null
}
