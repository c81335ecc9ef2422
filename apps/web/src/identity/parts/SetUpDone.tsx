import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { setUpWords } from '../words.ts'
import { Entrance } from './Entrance.tsx'
import { StepLine } from './StepLine.tsx'
import { useEnter } from './signedIn.ts'

const words = setUpWords.done

export function SetUpDone({ company, hasMail }: { company: string; hasMail: boolean }) {
  const enter = useEnter()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Entrance title={words.title(company)} about={words.about} withCompany={false}>
      <StepLine step={3} />
      {hasMail ? null : <p>{words.mailMissing}</p>}
      <Button ref={button} variant="primary" fullWidth onPress={() => enter('password', '/people')}>
        {words.invite}
      </Button>
      <Button fullWidth onPress={() => enter('password')}>
        {words.home}
      </Button>
    </Entrance>
  )
}
