import { StateWords } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { stateWords as usual } from '../../ui/words.ts'
import { catalogueWords as words } from '../words.ts'
import classes from './StateWordsFields.module.css'

type StateWordsFieldsProps = { value: StateWords; onChange: (value: StateWords) => void }

const states = StateWords.def.keyType.options

/** The company's own words for each state, folded away because few kinds need them. */
export function StateWordsFields({ value, onChange }: StateWordsFieldsProps) {
  return (
    <details className={classes.box} open={Object.keys(value).length > 0}>
      <summary className={classes.title}>{words.states}</summary>
      <p className={classes.about}>{words.statesAbout}</p>
      <div className={classes.fields}>
        {states.map((state) => (
          <TextInput
            key={state}
            label={usual[state].technician}
            placeholder={usual[state].requester}
            maxLength={60}
            value={value[state] ?? ''}
            onChange={(event) => onChange({ ...value, [state]: event.currentTarget.value })}
          />
        ))}
      </div>
    </details>
  )
}
