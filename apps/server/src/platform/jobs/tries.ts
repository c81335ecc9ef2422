/** After so many failures a job stays where it is as a dead letter; waits of e, e², e³ … seconds add up to 16 hours. */
export const tries = 12

/** A worker that was killed is not the job's failure, but a job that kills its worker again and again is. */
export const mostTries = 40
