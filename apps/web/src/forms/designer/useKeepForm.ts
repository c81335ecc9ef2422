import { forms } from '@deskhand/contract'
import { useQueryClient } from '@tanstack/react-query'
import { reading } from '../../api.ts'
import type { Form } from './useDesigner.ts'

/** Puts what a command answered where the page reads it, so that the next one names the right version. */
export function useKeepForm() {
  const client = useQueryClient()
  return (form: Form) => client.setQueryData(reading(forms.get, { params: { id: form.id } }).queryKey, form)
}
