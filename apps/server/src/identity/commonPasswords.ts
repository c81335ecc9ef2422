/**
 * What passwords are commonly made of: the leaders of every published list of leaked ones, the rows of
 * keyboards, and phrases that everybody has read somewhere. A compact list by hand, not a breach corpus:
 * with at least 15 characters, what remains to be caught is these in a row, doubled or with a year behind.
 */
export const commonWords: readonly string[] = `
  password passwort passw0rd p@ssword p@ssw0rd pa55word pass contraseña contrasena clave senha motdepasse wachtwoord
  parola parool haslo heslo login signin logon admin administrator administrador root superuser sysadmin system user
  username guest test tester testing demo example sample default temp temporary change changeme changeit welcome
  willkommen bienvenido bienvenue welkom hello hallo hola bonjour secret geheim secreto letmein openup open sesame
  access trustno1 trust whatever nothing something anything please master monkey dragon princess shadow sunshine
  football fussball futbol baseball basketball soccer hockey tennis golf superman batman spiderman starwars pokemon
  naruto minecraft matrix internet computer laptop server network windows linux google facebook instagram samsung
  iphone apple microsoft office desk deskhand helpdesk service support ticket company business work job boss team
  qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdfghjkl asdfgh asdf zxcvbnm yxcvbnm wxcvbn zxcvbn qazwsx
  qazwsxedc 1q2w3e4r5t6y 1q2w3e4r5t 1q2w3e4r q1w2e3r4 1qaz2wsx 1qaz2wsx3edc zaq12wsx abcd1234 abc123 a1b2c3d4 abcdef
  iloveyou loveyou love lovely lover forever always freedom liberty jesus christ heaven angel summer winter spring
  autumn january february march april may june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday michael jennifer jessica ashley daniel thomas robert joshua andrew charlie
  jordan george matthew nicole hunter buster killer tigger ginger pepper cookie banana chocolate cheese coffee flower
  orange purple silver golden diamond mustang ferrari porsche mercedes corvette harley yankees liverpool chelsea
  arsenal barcelona realmadrid madrid london berlin paris america ninja pirate wizard magic phoenix thunder lightning
  correcthorsebatterystaple thequickbrownfox jumpsoverthelazydog maytheforcebewithyou tobeornottobe onceuponatime
  thisismypassword iamthebest letmeinplease nevergonnagiveyouup winteriscoming livelaughlove
`
  .split(/\s+/)
  .filter(Boolean)
