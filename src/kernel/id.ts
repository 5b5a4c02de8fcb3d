/** Rows are named by UUIDs, made outside the domain and handed in, so that decisions stay repeatable. */
export type Id = string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): text is Id => UUID.test(text)
