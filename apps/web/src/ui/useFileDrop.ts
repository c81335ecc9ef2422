import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { fileWords } from './words.ts'

/** A screenshot from the clipboard is always called image.png; this tells several of them apart. */
function named(file: File, index: number) {
  if (file.name !== 'image.png') return file
  const at = new Date()
  const stamp = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0'))
  const name = `${fileWords.pasted} ${stamp.join('-')}${index > 0 ? ` (${index + 1})` : ''}.png`
  return new File([file], name, { type: file.type })
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Dropping files on an element and pasting them into it. Text that is pasted stays text. */
export function useFileDrop(onFiles: ((files: File[]) => void) | undefined) {
  const [over, setOver] = useState(false)
  if (!onFiles) return { over: false, handlers: {} }
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
      setOver(false)
    },
    onDrop: (event: DragEvent) => {
      // A part inside has taken them already.
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      setOver(false)
      onFiles([...event.dataTransfer.files])
    },
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files]
      if (files.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      onFiles(files.map(named))
    },
  }
  return { over, handlers }
}

type Taker = { current: ((files: File[]) => void) | undefined }

/** Who takes what is dropped on the page beside every field; the first one does. */
const takers: Taker[] = []

export const giveToPage = (files: File[]) => takers[0]?.current?.(files)

const carriesFiles = (event: globalThis.DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

function onPageDrag(event: globalThis.DragEvent) {
  if (carriesFiles(event)) event.preventDefault()
}

function onPageDrop(event: globalThis.DragEvent) {
  // A part of the page has taken them already.
  if (!carriesFiles(event) || event.defaultPrevented) return
  event.preventDefault()
  giveToPage([...(event.dataTransfer?.files ?? [])])
}

/** Keeps the browser from leaving the page for a file that is let go anywhere on it. */
export function usePageDropGuard() {
  useEffect(() => {
    window.addEventListener('dragover', onPageDrag)
    window.addEventListener('drop', onPageDrop)
    return () => {
      window.removeEventListener('dragover', onPageDrag)
      window.removeEventListener('drop', onPageDrop)
    }
  }, [])
}

/** Takes what is dropped on the page, unless a field before this one does. */
export function usePageFiles(onFiles: ((files: File[]) => void) | undefined) {
  const taker = useRef(onFiles)
  useEffect(() => {
    taker.current = onFiles
  })
  const takes = onFiles !== undefined
  useEffect(() => {
    if (!takes) return
    takers.push(taker)
    return () => {
      takers.splice(takers.indexOf(taker), 1)
    }
  }, [takes])
}
