import { type ReactNode, useEffect, useRef } from 'react'

type FormProps = {
  children: ReactNode
  onSubmit: () => void
  /** What went wrong when it was last sent; its fields say it, and the first of them is shown. */
  problem?: unknown
  className?: string | undefined
  id?: string
  /** Hears of the element, as `ref` does. */
  onElement?: (form: HTMLFormElement | null) => void
}

/** A form that shows what is wrong with it: after each try the first bad field has the focus and is in view. */
export function Form({ children, onSubmit, problem, className, id, onElement }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem) toFirstFault(form.current)
  }, [problem])
  useEffect(() => onElement?.(form.current), [onElement])
  return (
    <form
      ref={form}
      id={id}
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
        // What is refused at once is drawn with the next frame.
        requestAnimationFrame(() => toFirstFault(form.current))
      }}
    >
      {children}
    </form>
  )
}

/** To the first field that is marked as wrong; where none is, the first sentence that says what is. */
function toFirstFault(form: HTMLFormElement | null) {
  const fault = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  const shown = fault ?? form?.querySelector('[role="alert"]')
  shown?.scrollIntoView({ block: 'center' })
  fault?.focus({ preventScroll: true })
}
