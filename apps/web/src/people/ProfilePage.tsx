import { AbsenceList } from '../absences/AbsenceList.tsx'
import { absenceWords } from '../absences/words.ts'
import { useSignOut } from '../shell/baseCommands.ts'
import { isPlatform, isStaff, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { CompanyList, placesOf } from './profile/CompanyList.tsx'
import { LookForm } from './profile/LookForm.tsx'
import { ManageLinks } from './profile/ManageLinks.tsx'
import { PasswordForm } from './profile/PasswordForm.tsx'
import { Section } from './profile/Section.tsx'
import { SessionList } from './profile/SessionList.tsx'
import { ToldTable } from './profile/ToldTable.tsx'
import { WritingForm } from './profile/WritingForm.tsx'
import { profileWords as words, writingWords } from './profile/words.ts'
import { YouForm } from './profile/YouForm.tsx'

/** The reader's own name and settings, and where they are signed in. Outside every company one has only a sign-in. */
export default function ProfilePage() {
  const me = useMe()
  const signOut = useSignOut()
  return (
    <Page title={words.title} about={me.email} actions={<Button onPress={signOut}>{words.signOut}</Button>}>
      {isPlatform(me) ? null : (
        <>
          <Section title={words.sections.you} saves={words.saves.button}>
            <YouForm key={me.version} me={me} />
          </Section>
          <Section title={words.sections.look} saves={words.saves.itself}>
            <LookForm me={me} isDesk={isStaff(me)} />
          </Section>
          <Section title={writingWords.title} saves={isStaff(me) ? words.saves.both : words.saves.itself}>
            <WritingForm me={me} isDesk={isStaff(me)} />
          </Section>
          <Section title={absenceWords.title}>
            <AbsenceList />
          </Section>
          <Section title={words.sections.told} saves={words.saves.itself}>
            <ToldTable isDesk={isStaff(me)} />
          </Section>
        </>
      )}
      <ManageLinks me={me} />
      <Section title={words.sections.password}>
        <PasswordForm me={me} />
      </Section>
      <Section title={words.sections.sessions}>
        <SessionList />
      </Section>
      {placesOf(me).length > 1 ? (
        <Section title={words.sections.companies}>
          <CompanyList me={me} />
        </Section>
      ) : null}
    </Page>
  )
}
