/** The id of an answer's control on the page: `answer-lineItems-0-amount`. */
export const answerId = (...path: (string | number)[]) => `answer-${path.join('-')}`
