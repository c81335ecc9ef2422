/** The handful of people that every test knows. */
export const marta = 'marta@harbour.example'
export const jorge = 'jorge@harbour.example'
export const ana = 'ana@harbour.example'
export const luis = 'luis@harbour.example'
export const sofia = 'sofia@harbour.example'
export const nuria = 'nuria@harbour.example'
export const pablo = 'pablo@harbour.example'
export const omar = 'omar@harbour.example'
export const elena = 'elena@harbour.example'
export const tom = 'tom@foxglove.example'
export const iris = 'iris@foxglove.example'
export const olga = 'olga@foxglove.example'
export const root = 'root@deskhand.example'

export const everybody = { marta, jorge, ana, luis, sofia, nuria, pablo, omar, elena, tom, iris, olga, root }
