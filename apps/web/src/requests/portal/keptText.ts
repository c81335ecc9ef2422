import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

function read(storage: Storage, key: string) {
  try {
    return storage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(storage: Storage, key: string, text: string) {
  try {
    if (text) storage.setItem(key, text)
    else storage.removeItem(key)
    return text !== ''
  } catch {
    return false
  }
}

/** A text that survives leaving the page; a confidential one is forgotten with the tab. */
export function useKeptText(key: string, isSealed: boolean) {
  const storage = isSealed ? sessionStorage : localStorage
  const [text, setText] = useState(() => read(storage, key))
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const save = useDebouncedCallback((next: string) => {
    setSavedAt(write(storage, key, next) ? new Date() : null)
  }, 600)
  return {
    text,
    savedAt,
    change(next: string) {
      setText(next)
      save(next)
    },
    forget() {
      save.cancel()
      write(storage, key, '')
      setText('')
      setSavedAt(null)
    },
  }
}
