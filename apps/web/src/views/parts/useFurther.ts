import { type RefObject, useEffect, useState } from 'react'

const none = { before: 0, after: 0 }

/** How many columns of a board lie outside, at its start and at its end; and how one comes to them. */
export function useFurther(box: RefObject<HTMLElement | null>) {
  const [further, setFurther] = useState(none)
  useEffect(() => {
    const board = box.current
    if (!board) return
    const look = () => {
      const inside = board.getBoundingClientRect()
      const columns = [...board.querySelectorAll('[data-column]')].map((one) => one.getBoundingClientRect())
      const isRightToLeft = getComputedStyle(board).direction === 'rtl'
      // By its middle: a column of which half can be read needs no sign.
      const middle = ({ left, width }: DOMRect) => left + width / 2
      const left = columns.filter((one) => middle(one) < inside.left).length
      const right = columns.filter((one) => middle(one) > inside.right).length
      const now = isRightToLeft ? { before: right, after: left } : { before: left, after: right }
      setFurther((was) => (was.before === now.before && was.after === now.after ? was : now))
    }
    const sizes = new ResizeObserver(look)
    const watch = () => {
      sizes.disconnect()
      sizes.observe(board)
      for (const column of board.querySelectorAll('[data-column]')) sizes.observe(column)
    }
    watch()
    const columns = new MutationObserver(watch)
    columns.observe(board, { childList: true })
    board.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      columns.disconnect()
      board.removeEventListener('scroll', look)
    }
  }, [box])
  const go = (side: 'before' | 'after') => {
    const board = box.current
    if (!board) return
    const isForward = (side === 'after') !== (getComputedStyle(board).direction === 'rtl')
    board.scrollBy({ left: (isForward ? 0.8 : -0.8) * board.clientWidth })
  }
  return { further, go }
}
