export const entranceWords = {
  helpDesk: (company: string) => `${company} help desk`,
  anyHelpDesk: 'Help desk',
  look: 'Look of this page',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
  toSignIn: 'Go to sign-in',
}

export const signInWords = {
  title: 'Sign in',
  email: 'Work e-mail',
  continue: 'Continue',
  badEmail: 'An address looks like name@company.example.',
  as: 'Signing in as',
  change: 'Use another address',
  password: 'Password',
  signIn: 'Sign in',
  emptyPassword: 'Type your password, or take the one-time link.',
  forgot: 'Forgot the password?',
  or: 'or',
  mailLink: 'Mail me a one-time link',
  mailAbout: 'A link and a code, good for 10 minutes and one use.',
  passwordSet: 'Your new password is set. Sign in with it.',
}

export const mailedWords = {
  title: 'Look in your mail',
  about: (email: string) =>
    `If ${email} belongs to somebody here, a link and a code are on their way. They work once, for 10 minutes.`,
  mailbox: 'Open mailbox',
  code: 'Code from the mail',
  codeAbout: 'Open the link in this browser, or type the code that stands beside it.',
  badCode: 'The code has six digits.',
  resend: 'Send it again',
  resendIn: (seconds: number) => `Send it again in ${seconds} s`,
  otherWay: 'Sign in another way',
  resent: 'Sent again. The newest mail counts.',
}

export const demoWords = {
  title: 'Demo sign-ins',
  about: 'Pick one and sign in. All of them have the password',
  mailbox: 'Read the mails that everybody got',
}

export const tokenWords = {
  loading: 'Looking at the link',
  missing: 'This link is not whole.',
  missingAbout: 'Open it from the mail again, or copy all of it.',
  gone: 'This link does not work any more.',
  newLink: 'Ask for a new one',
}

export const magicWords = {
  title: (name: string) => `Sign in as ${name}?`,
  about: (email: string, company: string | null) => (company ? `${email}, ${company}` : email),
  confirm: (name: string) => `Sign in as ${name}`,
  notMe: 'This is not me',
  elsewhere: 'This browser did not ask.',
  elsewhereAbout:
    'The link signs in where you asked for it, and nowhere else. Type the code from the mail there, or ask for a new link here.',
  askHere: 'Mail me a new link',
}

export const inviteWords = {
  title: (company: string) => `Join ${company}`,
  about: (name: string, email: string) => `${name}, you will sign in with ${email}.`,
  known: 'You have a password already; it stays the same.',
  join: (company: string) => `Join ${company}`,
}

export const passwordWords = {
  label: 'New password',
  help: (min: number) => `At least ${min} characters. A short sentence is easy to keep in mind.`,
  length: (length: number, min: number) =>
    length >= min
      ? `${length} characters. Long enough.`
      : `${length} of ${min} characters. ${min - length} more.`,
  meter: 'Length of the password',
  tooShort: (missing: number) =>
    missing === 1 ? 'One character is missing.' : `${missing} characters are missing.`,
}

export const resetWords = {
  title: 'Choose a new password',
  about: (email: string) => `For ${email}. You will be signed out everywhere.`,
  save: 'Set password',
}

export const forgotWords = {
  title: 'Set a new password',
  about: 'Say which address you sign in with. We mail a link to it.',
  send: 'Mail me the link',
  sentTitle: 'Look in your mail',
  sent: (email: string) =>
    `If ${email} belongs to somebody here, a link to set a new password is on its way.`,
  back: 'Back to sign-in',
}

export const setUpWords = {
  title: 'Set up Deskhand',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  steps: ['Organisation', 'First admin', 'Mail', 'Done'],
  next: 'Continue',
  back: 'Back',
  isSetUp: 'Deskhand is set up already.',
  isSetUpAbout: 'Sign in, or ask an admin for an invitation.',
  company: {
    title: 'Your organisation',
    about: 'What people see on top of every page. It can be changed later.',
    name: 'Name',
    noName: 'Say how your organisation is called.',
    zone: 'Time zone',
    zoneAbout: 'Working hours and due times are counted here. Everybody reads times in their own zone.',
    noZone: 'Pick a time zone.',
    token: 'Set-up token',
    tokenAbout: 'It stands in the log of the server, so that nobody else can set up your Deskhand.',
    noToken: 'Copy the token from the log of the server.',
  },
  admin: {
    title: 'The first admin',
    about: 'Invites the others, gives them their roles and reads the audit log.',
    firstName: 'First name',
    lastName: 'Last name',
    noName: 'Nobody can do without a name here.',
    email: 'Work e-mail',
  },
  mail: {
    title: 'Mail',
    about: 'Invitations, sign-in links and replies go out over your mail server. It can be set later.',
    smtp: 'Mail server',
    smtpAbout: 'Such as smtps://name:password@mail.company.example',
    from: 'Sender',
    fromAbout: 'The address that mails come from.',
    noServer: 'Say which mail server, or skip this step.',
    badServer: 'It begins with smtp:// or smtps://.',
    test: 'Send a test mail',
    tested: (email: string) => `Sent. Look whether it arrived at ${email}.`,
    finish: 'Set up Deskhand',
    skip: 'Skip, set mail later',
    configured: 'A mail server is set already, where Deskhand was started. There is nothing to do here.',
  },
  done: {
    title: (company: string) => `${company} has a help desk.`,
    about: 'You are signed in as its admin.',
    invite: 'Invite people',
    home: 'Go to Home',
    mailMissing: 'Mail is not set up: sign-in links and invitations wait until it is.',
  },
}

export const proofWords = {
  title: 'Is it still you?',
  about: 'What you are about to do asks for your password once more.',
  password: 'Your password',
  passwordFirst: 'Type your password.',
  otherWay: 'Mail me a code instead',
  aboutCode: (email: string, isSent: boolean) =>
    isSent ? `We mailed a code of six digits to ${email}.` : `We mail a code of six digits to ${email}.`,
  mailCode: 'Mail the code',
  code: 'Code from the mail',
  codeFirst: 'Type the six digits of the mail.',
  goOn: 'Go on',
}
