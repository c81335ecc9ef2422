type Said<Body> = { [Key in keyof Body]?: Exclude<Body[Key], undefined> }

/** What a body says, without the fields that it leaves out. */
export const said = <Body extends object>(body: Body): Said<Body> =>
  // Only undefined values are taken away, which is what the type says.
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Said<Body>
