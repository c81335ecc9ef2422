/** Search excerpts come with the words found between «»; here the marker lies on them. */
export function Marked({ text }: { text: string }) {
  return text.split(/[«»]/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts are the text in its order
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  )
}
