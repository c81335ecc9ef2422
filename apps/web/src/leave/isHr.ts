import { holds, type Me } from '../shell/session.ts'

/** Works at the desk of leave, or runs the company; the server decides by the kind of request. */
export const isHr = (me: Me) => holds(me, 'company.manage') || me.desks.some(({ code }) => code === 'HR')
