import { ChevronLeft } from 'lucide-react'
import classes from './BackLink.module.css'
import { Icon } from './Icon.tsx'

/** From a record back to its list, where only one of the two has room; nowhere else is it seen. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a className={classes.back} href={href} aria-label={label}>
      <Icon of={ChevronLeft} size={20} />
    </a>
  )
}
