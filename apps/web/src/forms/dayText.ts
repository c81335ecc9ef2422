import { plainDay } from '../ui/time.ts'

/** The day of an answer, written as all days are. */
export const dayText = (day: string): string => plainDay(day, new Date())
