import { identity } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { acceptInvitation } from './commands/acceptInvitation.ts'
import { changePassword } from './commands/changePassword.ts'
import { endOtherSessions } from './commands/endOtherSessions.ts'
import { endSession } from './commands/endSession.ts'
import { forgotPassword } from './commands/forgotPassword.ts'
import { inspect } from './commands/inspect.ts'
import { login } from './commands/login.ts'
import { logout } from './commands/logout.ts'
import { magicLink } from './commands/magicLink.ts'
import { refresh } from './commands/refresh.ts'
import { register } from './commands/register.ts'
import { resetPassword } from './commands/resetPassword.ts'
import { stepUp } from './commands/stepUp.ts'
import { switchCompany } from './commands/switchCompany.ts'
import { verifyMagicLink } from './commands/verifyMagicLink.ts'
import { providers } from './queries/providers.ts'
import { sessions } from './queries/sessions.ts'

export const identitySlice = slice('identity', identity, {
  register,
  login,
  logout,
  refresh,
  magicLink,
  verifyMagicLink,
  inspect,
  acceptInvitation,
  forgotPassword,
  resetPassword,
  changePassword,
  sessions,
  endSession,
  endOtherSessions,
  switchCompany,
  stepUp,
  providers,
})
