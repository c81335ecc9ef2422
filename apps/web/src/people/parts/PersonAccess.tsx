import { people } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { useMe } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import type { WholePerson } from '../personDraft.ts'
import { accessWords as words } from '../words.ts'
import classes from './PersonAccess.module.css'
import { PersonState, standingOf } from './PersonState.tsx'

const sentences = {
  ACTIVE: words.active,
  INVITED: words.invited,
  BLOCKED: words.blocked,
  REMOVED: words.removed,
}

/** Whether somebody may come in, and what changes that; each act says first what follows from it. */
export function PersonAccess({ person }: { person: WholePerson }) {
  const { id, name, version } = person
  const isMe = useMe().id === id
  const standing = standingOf(person)
  const target = { params: { id }, ifMatch: version }
  const later = { params: { id } }

  const unblock = useCommand(people.unblock, {
    onSuccess: () => toast(words.unblocked(name), { undo: () => block.mutate(later) }),
  })
  const block = useCommand(people.block, {
    onSuccess: () => toast(words.blockedNow(name), { undo: () => unblock.mutate(later) }),
  })
  const restore = useCommand(people.restore, { onSuccess: () => toast(words.restored(name)) })
  const remove = useCommand(people.remove, {
    onSuccess: () => toast(words.removedNow(name), { undo: () => restore.mutate(later) }),
  })
  const invite = useCommand(people.invite, { onSuccess: () => toast(words.invitedAgain(name)) })
  const all = [unblock, block, restore, remove, invite]
  const problem = all.find(({ isError }) => isError)?.error ?? null

  return (
    <section className={classes.access}>
      <SectionTitle>{words.title}</SectionTitle>
      <p className={classes.state}>
        <PersonState standing={standing} labelled /> <span>{sentences[standing]}</span>
      </p>
      <p className={classes.about}>
        {person.lastSignInAt ? (
          <>
            {words.lastSignIn} <TimeText at={person.lastSignInAt} />
          </>
        ) : (
          words.never
        )}
      </p>
      <ProblemNotice problem={problem} />
      <ul className={classes.acts}>
        {standing === 'INVITED' ? (
          <Act about={words.inviteAbout}>
            <Button size="small" busy={invite.isPending} onPress={() => invite.mutate(later)}>
              {words.invite}
            </Button>
          </Act>
        ) : null}
        {standing === 'BLOCKED' ? (
          <Act about={words.unblockAbout}>
            <Button size="small" busy={unblock.isPending} onPress={() => unblock.mutate(target)}>
              {words.unblock}
            </Button>
          </Act>
        ) : null}
        {standing === 'ACTIVE' || standing === 'INVITED' ? (
          <Act about={words.blockAbout}>
            <Button
              size="small"
              variant="danger"
              busy={block.isPending}
              disabledReason={isMe ? words.notYourself.block : null}
              onPress={() => block.mutate(target)}
            >
              {words.block}
            </Button>
          </Act>
        ) : null}
        {standing === 'REMOVED' ? (
          <Act about={words.restoreAbout}>
            <Button
              size="small"
              variant="primary"
              busy={restore.isPending}
              onPress={() => restore.mutate(later)}
            >
              {words.restore}
            </Button>
          </Act>
        ) : (
          <Act about={words.removeAbout}>
            <Button
              size="small"
              variant="danger"
              busy={remove.isPending}
              disabledReason={isMe ? words.notYourself.remove : null}
              onPress={() => remove.mutate(target)}
            >
              {words.remove}
            </Button>
          </Act>
        )}
      </ul>
    </section>
  )
}

function Act({ about, children }: { about: string; children: React.ReactNode }) {
  return (
    <li className={classes.act}>
      <p className={classes.about}>{about}</p>
      {children}
    </li>
  )
}
