import type { Correction } from '@deskhand/contract'
import { PropertyList } from '../ui/PropertyList.tsx'
import classes from './Corrections.module.css'
import { labelOf, textOf } from './changeText.ts'

/** What a correction sets right, each with what was there before it. */
export function ChangeList({ changes }: Pick<Correction, 'changes'>) {
  return (
    <PropertyList
      properties={Object.entries(changes).map(([field, [before, after]]) => {
        const [was, is] = [textOf(field, before), textOf(field, after)]
        return {
          label: labelOf(field),
          value: (
            <>
              {was === null ? null : <del className={classes.before}>{was}</del>}{' '}
              {is === null ? null : <ins className={classes.after}>{is}</ins>}
            </>
          ),
        }
      })}
    />
  )
}
