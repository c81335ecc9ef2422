import { requests } from '@deskhand/contract'
import { useState } from 'react'
import { call } from '../call.ts'
import { Refusal } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'

/** The encrypted answers while somebody looks at them; they are in no cache, and gone with the panel. */
export function useReveal(id: string) {
  const [shown, setShown] = useState<{ id: string; answers: Record<string, unknown> } | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function reveal() {
    setBusy(true)
    try {
      const { answers } = await call(requests.reveal, { params: { id } })
      setShown({ id, answers })
    } catch (thrown) {
      if (thrown instanceof Refusal) toast(thrown.message)
    } finally {
      setBusy(false)
    }
  }
  return {
    revealed: shown?.id === id ? shown.answers : null,
    reveal: () => void reveal(),
    hide: () => setShown(null),
    isBusy,
  }
}
