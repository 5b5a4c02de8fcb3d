import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Locale } from '../../kernel/locale.ts'

/** What is known of a request from its outside. */
export interface RequestFacts<Actor> {
  readonly requestId: string
  readonly locale: Locale
  /** Of the connection, or what the trusted proxy says; empty when unknown. */
  readonly clientAddress: string
  /** Who is asking; found out once, when first needed. */
  readonly actor: () => Promise<Actor>
}

export interface HttpEnv<Actor> {
  Bindings: Partial<HttpBindings>
  Variables: { facts: RequestFacts<Actor> }
}

export type HttpApp<Actor> = Hono<HttpEnv<Actor>>
