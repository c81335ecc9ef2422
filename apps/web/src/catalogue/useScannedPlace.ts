import { type Location, locations } from '@deskhand/contract'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'

type Scanned = {
  /** The place whose code was scanned; null where none was, or it is used no more. */
  place: Location | null
  isPending: boolean
  /** The same address, with the place going along. */
  at: (href: string) => string
  leave: () => void
}

/** Codes that hang in places lead to `/ask?place=…`: where it is goes along until it is asked. */
export function useScannedPlace(): Scanned {
  const { query, change } = useAddressQuery()
  const id = query.get('place')
  const { data, isLoading } = useRead(locations.list, {}, { enabled: id !== null, staleTime: 300_000 })
  const place = data?.data.find((one) => one.id === id) ?? null
  return {
    place,
    isPending: isLoading,
    at: (href) => (place ? `${href}${href.includes('?') ? '&' : '?'}place=${place.id}` : href),
    leave: () => change({ place: null }),
  }
}
