import type { RequestField } from '@deskhand/contract'
import { dayText } from '../forms/dayText.ts'

/** What is in a field as people read it. */
export const fieldText = ({ type, value, text }: RequestField): string | null =>
  type === 'date' && typeof value === 'string' ? dayText(value) : text
