/** What a program may do with a token: `read` asks only, `write` does whatever its owner may. */
export const TOKEN_SCOPES = ['read', 'write'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

export const MAX_TOKEN_DAYS = 366
