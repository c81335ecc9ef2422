import { SurveyWord } from '@deskhand/contract'
import { useId } from 'react'
import classes from './WordPicker.module.css'
import { surveyAnswers, surveyWords as words } from './words.ts'

type WordPickerProps = {
  value: SurveyWord | null
  onChange: (word: SurveyWord) => void
  isLabelled?: boolean
}

/** The five words, one of which can be picked; native radio buttons under what one sees. */
export function WordPicker({ value, onChange, isLabelled = true }: WordPickerProps) {
  const name = useId()
  return (
    <fieldset className={classes.words}>
      <legend className={isLabelled ? classes.question : 'visually-hidden'}>{words.question}</legend>
      {SurveyWord.options.map((word) => (
        <label key={word} className={classes.word}>
          <input
            type="radio"
            className={classes.input}
            name={name}
            checked={value === word}
            onChange={() => onChange(word)}
          />
          {surveyAnswers[word]}
        </label>
      ))}
    </fieldset>
  )
}
