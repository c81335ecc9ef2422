import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLate } from './useLate.ts'

/**
 * False until what is read for the first time is there, or takes longer than `atMost` milliseconds; then true for good.
 * What is made of many small reads is drawn at once with it, so that one part does not push the others about.
 */
export function useSettled(isBegun: boolean, atMost = 6_000): boolean {
  const [isSettled, setSettled] = useState(false)
  const reads = useIsFetching({ predicate: ({ state }) => state.data === undefined })
  const isLate = useLate(!isSettled, atMost)
  const isDone = isLate || (isBegun && reads === 0)
  useEffect(() => {
    if (isDone) setSettled(true)
  }, [isDone])
  return isSettled
}
